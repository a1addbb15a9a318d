package dev.wau.csv;

/**
 * Finds where a part of a file may end: behind the last line end at which the quotes so far are even in number. It looks
 * at eight bytes at a time and at no cell, so it may be wrong (a quote inside an unquoted cell is text); who reads the
 * part notices. It counts lines as {@link Cursor} does.
 */
final class PartScan {

    private static final long LINE_FEEDS = EightBytes.ONES * '\n';
    private static final long RETURNS = EightBytes.ONES * '\r';

    private final byte quote;
    private final long quotes;
    private final boolean quoting;

    private int end;
    private long lineEnds;

    PartScan(Dialect dialect) {
        quote = (byte) dialect.quote();
        quotes = EightBytes.ONES * quote;
        quoting = dialect.quote() != Dialect.NONE;
    }

    /** The line ends before the end that was found. */
    long lineEnds() {
        return lineEnds;
    }

    /**
     * Looks at the bytes up to a limit, from a record's start on; the array must have {@link ByteWindow#SLACK} behind it.
     *
     * @return where the part ends, 0 if nowhere
     */
    int end(byte[] bytes, int limit) {
        int odd = 0;
        long lines = 0;
        for (int position = 0; position < limit; position += Long.BYTES) {
            long word = EightBytes.at(bytes, position);
            long within = limit - position < Long.BYTES ? (1L << (8 * (limit - position))) - 1 : -1L;
            odd += Long.bitCount(EightBytes.allEqual(word, quotes) & within);
            lines += Long.bitCount(EightBytes.allEqual(word, LINE_FEEDS) & within);
            if (EightBytes.equal(word, RETURNS) != 0) {
                lines += returns(bytes, position, Math.min(limit, position + Long.BYTES), limit);
            }
        }
        goBack(bytes, limit, quoting ? odd & 1 : 0, lines);
        return end;
    }

    /** The returns of a part of the bytes that end a line by themselves. */
    private static int returns(byte[] bytes, int from, int to, int limit) {
        int returns = 0;
        for (int position = from; position < to; position++) {
            if (bytes[position] == '\r' && (position + 1 == limit || bytes[position + 1] != '\n')) {
                returns++;
            }
        }
        return returns;
    }

    private void goBack(byte[] bytes, int limit, int oddAtLimit, long linesAtLimit) {
        int odd = oddAtLimit;
        long lines = linesAtLimit;
        for (int position = limit; position > 0; position--) {
            byte before = bytes[position - 1];
            boolean returned = before == '\r' && (position == limit || bytes[position] != '\n');
            boolean lineEnd = before == '\n' || returned;
            // A line feed may follow a return that stands last.
            if (lineEnd && odd == 0 && !(returned && position == limit)) {
                end = position;
                lineEnds = lines;
                return;
            }
            lines -= lineEnd ? 1 : 0;
            odd ^= quoting && before == quote ? 1 : 0;
        }
        end = 0;
        lineEnds = 0;
    }
}
