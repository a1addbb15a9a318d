package dev.wau.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

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

    /** Bytes that were dropped. */
    private long dropped;

    /** The file's end stands at {@link #limit}. */
    boolean ended;

    /** Not the file but a part of it that is followed by others ends where {@link #ended} says. */
    final boolean part;

    /** A window that holds so many bytes at first, and grows to the bound. */
    ByteWindow(InputStream in, int initial, int bound) {
        this(in, new byte[initial + SLACK], bound, false);
    }

    private ByteWindow(InputStream in, byte[] bytes, int bound, boolean part) {
        this.in = in;
        this.bytes = bytes;
        this.bound = Math.max(capacity(), bound);
        this.part = part;
    }

    /** All of a part of a file, from the array's start on; behind it must be {@link #SLACK}. Nothing is copied. */
    static ByteWindow part(byte[] bytes, int limit) {
        ByteWindow window = new ByteWindow(InputStream.nullInputStream(), bytes, 0, true);
        window.limit = limit;
        window.ended = true;
        return window;
    }

    /** A part of a file that is followed by others: all that the stream has. */
    static ByteWindow part(InputStream in, int initial, int bound) {
        return new ByteWindow(in, new byte[initial + SLACK], bound, true);
    }

    /** What is held already, from the array's start on, and what the stream has after it. */
    static ByteWindow rest(byte[] bytes, int limit, InputStream further, int bound) {
        ByteWindow window = new ByteWindow(further, bytes, bound, false);
        window.limit = limit;
        return window;
    }

    /** How many bytes of the stream stand before a position. */
    long offset(int position) {
        return dropped + position;
    }

    /** All that stands from here on. */
    InputStream from(int position) {
        InputStream held = new ByteArrayInputStream(bytes, position, limit - position);
        return ended ? held : new SequenceInputStream(held, in);
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
        dropped += from;
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
