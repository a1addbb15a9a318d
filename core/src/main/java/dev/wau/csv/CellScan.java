package dev.wau.csv;

import java.util.Arrays;

/**
 * Finds the cells of one record in the {@link ByteWindow}. Cells stay where they are: a record is a list of positions.
 * A record that isn't whole in the window is looked at again from its start once there is more of it, which costs little
 * (the window grows by doubling) and leaves no state to carry. This is the hot loop of the product.
 */
final class CellScan {

    /** How a record ended. */
    enum Outcome {
        RECORD,
        /** The window ends inside it, and the file doesn't. */
        NEED_MORE,
        /** Something other than a delimiter or line end at {@link #stop}. */
        TEXT_AFTER_QUOTE,
        /** The file ends inside a quoted cell. */
        UNTERMINATED
    }

    static final int NONE = -1;

    /** Line ends and NUL (and a few that are neither) are below this. */
    private static final long CONTROLS = EightBytes.ONES * ('\r' + 1);

    private final ByteWindow window;
    private final byte delimiter;
    private final byte quote;
    private final byte escape;
    private final boolean quoting;
    private final boolean escaping;
    private final long delimiters;
    private final long quotes;
    private final long escapes;

    private int[] starts;
    private int[] ends;

    /** Cells found; the first of them have a place. */
    int fields;

    /** Where the record's last cell ends. */
    int end;

    /** Where the next record starts. */
    int next;

    /** The record is followed by a line end, not by the end of the file. */
    boolean closed;

    /** Line ends inside quoted cells. */
    int lineEnds;

    /** Where the scan stopped. */
    int stop;

    /** {@link #lineEnds} before the last quoted cell. */
    int quoteLine;

    /** Where the line starts that follows the one on which the last quoted cell opened, or {@link #NONE}. */
    int afterQuoteLine;

    /** A NUL was passed. */
    boolean nul;

    /** Some cell holds escaped quotes. */
    boolean anyEscaped;

    private long seen;

    CellScan(ByteWindow window, Dialect dialect, int columns) {
        this.window = window;
        this.delimiter = (byte) dialect.delimiter();
        this.quote = (byte) dialect.quote();
        this.escape = (byte) dialect.escape();
        this.quoting = dialect.quote() != Dialect.NONE;
        this.escaping = dialect.escape() != Dialect.NONE;
        this.delimiters = EightBytes.ONES * delimiter;
        this.quotes = EightBytes.ONES * quote;
        this.escapes = escaping ? EightBytes.ONES * escape : quotes;
        this.starts = new int[columns];
        this.ends = new int[columns];
    }

    /** Remembers the places of this many cells of a record from now on; more are only counted. */
    void columns(int columns) {
        starts = Arrays.copyOf(starts, columns);
        ends = Arrays.copyOf(ends, columns);
    }

    int cellStart(int field) {
        int start = starts[field];
        return start < 0 ? ~start : start;
    }

    int cellEnd(int field) {
        return ends[field];
    }

    boolean cellEscaped(int field) {
        return starts[field] < 0;
    }

    /** The record may hold bytes that are not ASCII: never wrongly false. */
    boolean maybeBeyondAscii() {
        return EightBytes.beyondAscii(seen);
    }

    /** Looks at the record that starts here. */
    Outcome scan(int at) {
        byte[] bytes = window.bytes;
        int limit = window.limit;
        fields = 0;
        lineEnds = 0;
        seen = 0;
        nul = false;
        anyEscaped = false;
        int position = at;
        for (; ; ) {
            Outcome cell = quoting && position < limit && bytes[position] == quote
                    ? quoted(bytes, position + 1, limit)
                    : unquoted(bytes, position, limit);
            if (cell != Outcome.RECORD) {
                return cell;
            }
            if (stop == limit || bytes[stop] != delimiter) {
                return endOfRecord(bytes, limit);
            }
            position = stop + 1;
        }
    }

    /** Counts a line end inside a quoted cell; the position behind it, or behind any other byte. */
    int pastLineEnd(int position) {
        byte[] bytes = window.bytes;
        byte value = bytes[position];
        if (value != '\n' && value != '\r') {
            return position + 1;
        }
        boolean pair = value == '\r' && position + 1 < window.limit && bytes[position + 1] == '\n';
        int after = pair ? position + 2 : position + 1;
        lineEnds++;
        if (afterQuoteLine == NONE) {
            afterQuoteLine = after;
        }
        return after;
    }

    private Outcome unquoted(byte[] bytes, int start, int limit) {
        long all = seen;
        int position = start;
        while (position < limit) {
            long word = EightBytes.at(bytes, position);
            all |= word;
            long found = EightBytes.below(word, CONTROLS) | EightBytes.equal(word, delimiters);
            if (found == 0) {
                position += Long.BYTES;
                continue;
            }
            position += EightBytes.first(found);
            if (position >= limit) {
                break;
            }
            byte value = bytes[position];
            if (value == delimiter || value == '\n' || value == '\r') {
                seen = all;
                return cell(start, position, position);
            }
            nul |= value == 0;
            position++;
        }
        seen = all;
        return window.ended ? cell(start, limit, limit) : Outcome.NEED_MORE;
    }

    /** From behind the opening quote. */
    private Outcome quoted(byte[] bytes, int start, int limit) {
        quoteLine = lineEnds;
        afterQuoteLine = NONE;
        boolean escaped = false;
        long all = seen;
        int position = start;
        while (position < limit) {
            long word = EightBytes.at(bytes, position);
            all |= word;
            long found =
                    EightBytes.below(word, CONTROLS) | EightBytes.equal(word, quotes) | EightBytes.equal(word, escapes);
            if (found == 0) {
                position += Long.BYTES;
                continue;
            }
            position += EightBytes.first(found);
            if (position >= limit) {
                break;
            }
            byte value = bytes[position];
            if (position + 1 == limit && !window.ended) {
                return Outcome.NEED_MORE;
            }
            if (escaping && value == escape && escapes(bytes, position + 1, limit)) {
                escaped = true;
                position += 2;
            } else if (value == quote) {
                seen = all;
                anyEscaped |= escaped;
                return afterQuote(bytes, escaped ? ~start : start, position, limit);
            } else {
                nul |= value == 0;
                position = pastLineEnd(position);
            }
        }
        stop = limit;
        return window.ended ? Outcome.UNTERMINATED : Outcome.NEED_MORE;
    }

    private boolean escapes(byte[] bytes, int position, int limit) {
        return position < limit && (bytes[position] == quote || bytes[position] == escape);
    }

    private Outcome afterQuote(byte[] bytes, int start, int position, int limit) {
        int after = position + 1;
        if (after < limit && bytes[after] != delimiter && bytes[after] != '\n' && bytes[after] != '\r') {
            stop = after;
            return Outcome.TEXT_AFTER_QUOTE;
        }
        return cell(start, position, after);
    }

    private Outcome cell(int start, int cellEnd, int cellStop) {
        if (fields < starts.length) {
            starts[fields] = start;
            ends[fields] = cellEnd;
        }
        fields++;
        stop = cellStop;
        return Outcome.RECORD;
    }

    private Outcome endOfRecord(byte[] bytes, int limit) {
        end = stop;
        closed = stop < limit;
        next = closed ? stop + 1 : limit;
        if (closed && bytes[stop] == '\r') {
            if (next == limit && !window.ended) {
                return Outcome.NEED_MORE;
            }
            if (next < limit && bytes[next] == '\n') {
                next++;
            }
        }
        return Outcome.RECORD;
    }
}
