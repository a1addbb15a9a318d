package dev.wau.csv;

import java.io.IOException;
import java.io.InputStream;

/**
 * The part of a stream that is being looked at: a buffer that slides over the file and grows when a record needs it, up
 * to a bound. It is always filled as far as it goes, so that what is found doesn't depend on how the stream deals out
 * its bytes.
 */
final class ByteWindow {

    /** Bytes after {@link #limit} that may be read (their values mean nothing), so that eight can be read at once. */
    static final int SLACK = Long.BYTES;

    private final InputStream in;
    private final int bound;

    /** What is held, up to {@link #limit}; replaced when the window grows. */
    byte[] bytes;

    /** Where the held bytes end. */
    int limit;

    /** The file's end stands at {@link #limit}. */
    boolean ended;

    /** A window that holds so many bytes at first, and grows to the bound. */
    ByteWindow(InputStream in, int initial, int bound) {
        this.in = in;
        this.bound = Math.max(initial, bound);
        this.bytes = new byte[initial + SLACK];
    }

    /**
     * Drops what stands before {@code from}, which becomes position 0, and reads on.
     *
     * @return false, and nothing has moved: the file has ended, or the window is full
     */
    boolean more(int from) throws IOException {
        int kept = limit - from;
        if (ended || kept >= bound) {
            return false;
        }
        byte[] target = kept > capacity() / 2 && capacity() < bound ? larger() : bytes;
        System.arraycopy(bytes, from, target, 0, kept);
        bytes = target;
        limit = kept;
        fill();
        return true;
    }

    /** The most bytes that are held now. */
    int capacity() {
        return bytes.length - SLACK;
    }

    private byte[] larger() {
        return new byte[(int) Math.min(bound, 2L * capacity()) + SLACK];
    }

    private void fill() throws IOException {
        int capacity = capacity();
        while (limit < capacity) {
            int read = in.read(bytes, limit, capacity - limit);
            if (read < 0) {
                ended = true;
                return;
            }
            limit += read;
        }
    }
}
