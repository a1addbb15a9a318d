package dev.wau.csv;

import java.io.IOException;
import java.io.InputStream;

/** A stream of UTF-8 made from a stream of another encoding. */
final class TranscodedInput extends InputStream {

    /** One encoding's way to UTF-8; may hold state between chunks. */
    interface Transcoder {

        /** The most bytes of UTF-8 that a byte can become (with what was held before it). */
        int EXPANSION = 4;

        /** Writes the UTF-8 of the source's bytes to the target, from {@code at} on; returns where it ends. */
        int transcode(byte[] source, int length, byte[] target, int at);

        /** Writes what the end of the file leaves unfinished. */
        int finish(byte[] target, int at);
    }

    private static final int CHUNK = 16 << 10;

    private final InputStream in;
    private final Transcoder transcoder;
    private final byte[] source = new byte[CHUNK];
    private final byte[] target = new byte[CHUNK * Transcoder.EXPANSION];
    private int position;
    private int limit;
    private boolean ended;

    TranscodedInput(InputStream in, Transcoder transcoder) {
        this.in = in;
        this.transcoder = transcoder;
    }

    @Override
    public int read() throws IOException {
        return available(1) ? target[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        if (!available(length)) {
            return -1;
        }
        int read = Math.min(length, limit - position);
        System.arraycopy(target, position, bytes, start, read);
        position += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean available(int length) throws IOException {
        while (position == limit && length > 0) {
            if (ended) {
                return false;
            }
            position = 0;
            int read = in.read(source, 0, CHUNK);
            ended = read < 0;
            limit = ended ? transcoder.finish(target, 0) : transcoder.transcode(source, read, target, 0);
        }
        return true;
    }
}
