package dev.wau.csv;

/**
 * Counts line ends as {@link Cursor} does, in bytes that come in pieces: CR and LF are one, also where a piece ends
 * between them. The arrays must have {@link ByteWindow#SLACK} behind what is counted.
 */
final class LineEnds {

    private static final long LINE_FEEDS = EightBytes.ONES * '\n';
    private static final long RETURNS = EightBytes.ONES * '\r';
    private static final int SEVEN_BYTES = Long.SIZE - Byte.SIZE;

    private long count;

    /** What the last byte that was taken is in the place before a word's first: its upper bit if it was a CR. */
    private long before;

    /** Those of all pieces that were taken. */
    long count() {
        return count;
    }

    /** The last byte that was taken was a CR. */
    boolean returned() {
        return before != 0;
    }

    /** Takes a piece. */
    void take(byte[] bytes, int limit) {
        count = countWith(bytes, limit);
        before = bytes[limit - 1] == '\r' ? 1L << (Byte.SIZE - 1) : 0;
    }

    /** The count with another piece, which isn't taken. */
    long countWith(byte[] bytes, int limit) {
        long ends = count;
        long previous = before;
        for (int position = 0; position < limit; position += Long.BYTES) {
            long word = EightBytes.at(bytes, position);
            long within = limit - position < Long.BYTES ? (1L << (8 * (limit - position))) - 1 : -1L;
            long returns = EightBytes.allEqual(word, RETURNS) & within;
            long feeds = EightBytes.allEqual(word, LINE_FEEDS) & within;
            long paired = returns << Byte.SIZE | previous;
            ends += Long.bitCount(returns) + Long.bitCount(feeds & ~paired);
            previous = returns >>> SEVEN_BYTES;
        }
        return ends;
    }
}
