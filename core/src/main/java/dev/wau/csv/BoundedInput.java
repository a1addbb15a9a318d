package dev.wau.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream. Where the stream ends before, bytes of a file are missing: that is an error, not an end. */
final class BoundedInput extends InputStream {

    private final InputStream in;
    private final long length;
    private long left;

    BoundedInput(InputStream in, long length) {
        this.in = in;
        this.length = length;
        this.left = length;
    }

    /** The bytes that were taken. */
    long taken() {
        return length - left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int start, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(bytes, start, (int) Math.min(count, left));
        if (read < 0) {
            throw new EOFException("Cannot read a range of a file: it ends " + left + " bytes before the range does");
        }
        left -= read;
        return read;
    }

    /** Closes the stream. */
    @Override
    public void close() throws IOException {
        in.close();
    }
}
