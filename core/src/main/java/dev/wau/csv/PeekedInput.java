package dev.wau.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose first bytes can be looked at, and that deals out as many bytes as it is asked for until its end: what
 * stands behind it needn't care how the source deals them out.
 */
final class PeekedInput extends FilterInputStream {

    private final byte[] head;
    private final int available;
    private int position;

    PeekedInput(InputStream in, int length) throws IOException {
        super(in);
        this.head = new byte[length];
        this.available = in.readNBytes(head, 0, length);
    }

    /** Whether the stream starts with these bytes. */
    boolean startsWith(int... bytes) {
        if (bytes.length > available) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Passes some of the bytes that were looked at. */
    PeekedInput skipHead(int bytes) {
        position = bytes;
        return this;
    }

    @Override
    public int read() throws IOException {
        return position < available ? head[position++] & 0xFF : in.read();
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        int fromHead = Math.min(length, available - position);
        System.arraycopy(head, position, bytes, start, fromHead);
        position += fromHead;
        int read = fromHead + in.readNBytes(bytes, start + fromHead, length - fromHead);
        return read == 0 && length > 0 ? -1 : read;
    }
}
