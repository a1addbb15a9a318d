package dev.wau.csv;

import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds records and their cells in UTF-8 bytes. Cells stay where they are: a record is a list of positions in the
 * {@link ByteWindow}. A record that isn't whole in the window is looked at again from its start once there is more of it,
 * which costs little (the window grows by doubling) and leaves no state to carry.
 *
 * <p>Recovery is linear: after a quote that went wrong, reading goes on at the line after the one on which it opened, and
 * what lies between can hold only escaped quotes, which open nothing that lasts.
 */
final class RecordScanner {

    /** What {@link #next} came upon. */
    enum Found {
        /** A record with intact quoting. */
        RECORD,
        /** No record; {@link #broken} says why. */
        BROKEN,
        END
    }

    private enum Scan {
        RECORD,
        NEED_MORE,
        TEXT_AFTER_QUOTE,
        UNTERMINATED
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    /** Line ends and NUL (and a few that are neither) are below this. */
    private static final long CONTROLS = ('\r' + 1) * ONES;

    private static final int NONE = -1;

    private final ByteWindow window;
    private final Dialect dialect;
    private final Limits limits;
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

    private int next;
    private long nextLine = 1;

    private int at;
    private long line;
    private int end;
    private int fields;
    private boolean closed;
    private long seen;
    private boolean nul;
    private boolean anyEscaped;

    private int lineEnds;
    private int stop;
    private long quoteLine;
    private int afterQuoteLine;

    private @Nullable Reject broken;

    RecordScanner(ByteWindow window, Dialect dialect, Limits limits, int columns) {
        this.window = window;
        this.dialect = dialect;
        this.limits = limits;
        this.delimiter = (byte) dialect.delimiter();
        this.quote = (byte) dialect.quote();
        this.quoting = dialect.quote() != Dialect.NONE;
        this.escaping = dialect.escape() != Dialect.NONE;
        this.escape = (byte) dialect.escape();
        this.delimiters = ONES * delimiter;
        this.quotes = ONES * quote;
        this.escapes = escaping ? ONES * escape : quotes;
        this.starts = new int[columns];
        this.ends = new int[columns];
    }

    /** Remembers the places of this many cells of a record from now on; more are only counted. */
    void columns(int columns) {
        starts = Arrays.copyOf(starts, columns);
        ends = Arrays.copyOf(ends, columns);
    }

    /** Passes physical lines unread; false if the file ends before. */
    boolean skipLines(int lines) throws IOException {
        for (int skipped = 0; skipped < lines; skipped++) {
            if (!skipLine()) {
                return false;
            }
        }
        return true;
    }

    /** Moves to the next record. */
    Found next() throws IOException {
        at = next;
        line = nextLine;
        if (!skipBlankLines()) {
            return Found.END;
        }
        for (; ; ) {
            Scan scan = scan();
            if (scan != Scan.NEED_MORE) {
                return found(scan);
            }
            if (!more()) {
                return overlong();
            }
        }
    }

    /** The line of the record's first byte. */
    long line() {
        return line;
    }

    /** The line on which reading goes on. */
    long nextLine() {
        return nextLine;
    }

    /** How many cells the record has; no more than {@link #columns} have a place. */
    int fields() {
        return fields;
    }

    /** The record is followed by a line end, not by the end of the file. */
    boolean closed() {
        return closed;
    }

    /** Where the cell's text starts in {@link #bytes}. */
    int cellStart(int field) {
        int start = starts[field];
        return start < 0 ? ~start : start;
    }

    int cellEnd(int field) {
        return ends[field];
    }

    /** The cell holds escaped quotes. */
    boolean cellEscaped(int field) {
        return starts[field] < 0;
    }

    /** Some cell holds escaped quotes. */
    boolean anyEscaped() {
        return anyEscaped;
    }

    /** The record may hold bytes that are not ASCII. */
    boolean maybeBeyondAscii() {
        return (seen & HIGHS) != 0;
    }

    boolean nul() {
        return nul;
    }

    int start() {
        return at;
    }

    int end() {
        return end;
    }

    byte[] bytes() {
        return window.bytes;
    }

    /** The record's text for a reject. */
    String raw() {
        return RawText.of(window.bytes, at, end, limits.maxRawRejectBytes());
    }

    /** Why there is no record. */
    Reject broken() {
        return Objects.requireNonNull(broken);
    }

    /** A reject of the record that starts here, told with where reading goes on. */
    Reject reject(RejectReason reason, String message) {
        return new Reject(line, reason, message + goesOn(), raw());
    }

    private String goesOn() {
        boolean fileEnd = window.ended && next == window.limit;
        return fileEnd || nextLine == line + 1 ? "" : "; reading went on at line " + nextLine;
    }

    private boolean more() throws IOException {
        if (!window.more(at)) {
            return false;
        }
        at = 0;
        return true;
    }

    private boolean skipBlankLines() throws IOException {
        for (; ; ) {
            if (at == window.limit && !more()) {
                return false;
            }
            if (at == window.limit) {
                continue;
            }
            byte first = window.bytes[at];
            if (first != '\n' && first != '\r') {
                return true;
            }
            at++;
            line++;
            if (first == '\r' && (at < window.limit || more()) && at < window.limit && window.bytes[at] == '\n') {
                at++;
            }
        }
    }

    private boolean skipLine() throws IOException {
        for (; ; ) {
            if (next == window.limit) {
                if (!window.more(next)) {
                    return false;
                }
                next = 0;
                continue;
            }
            byte value = window.bytes[next++];
            if (value == '\n') {
                nextLine++;
                return true;
            }
            if (value == '\r') {
                if (next == window.limit && window.more(next)) {
                    next = 0;
                }
                if (next < window.limit && window.bytes[next] == '\n') {
                    next++;
                }
                nextLine++;
                return true;
            }
        }
    }

    private Scan scan() {
        byte[] bytes = window.bytes;
        int limit = window.limit;
        fields = 0;
        seen = 0;
        nul = false;
        anyEscaped = false;
        lineEnds = 0;
        int position = at;
        for (; ; ) {
            Scan cell = position < limit && bytes[position] == quote && quoting
                    ? quoted(bytes, position + 1, limit)
                    : unquoted(bytes, position, limit);
            if (cell != Scan.RECORD) {
                return cell;
            }
            if (stop == limit || bytes[stop] != delimiter) {
                return endOfRecord(bytes, limit);
            }
            position = stop + 1;
        }
    }

    /** Leaves {@link #stop} on the delimiter, line end or file end after the cell. */
    private Scan unquoted(byte[] bytes, int start, int limit) {
        long all = seen;
        int position = start;
        while (position < limit) {
            long word = (long) LONGS.get(bytes, position);
            all |= word;
            long hits = below(word) | equal(word, delimiters);
            if (hits == 0) {
                position += Long.BYTES;
                continue;
            }
            position += Long.numberOfTrailingZeros(hits) >>> 3;
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
        return window.ended ? cell(start, limit, limit) : Scan.NEED_MORE;
    }

    /** As {@link #unquoted}, from behind the opening quote. */
    private Scan quoted(byte[] bytes, int start, int limit) {
        quoteLine = line + lineEnds;
        afterQuoteLine = NONE;
        boolean escaped = false;
        long all = seen;
        int position = start;
        while (position < limit) {
            long word = (long) LONGS.get(bytes, position);
            all |= word;
            long hits = below(word) | equal(word, quotes) | equal(word, escapes);
            if (hits == 0) {
                position += Long.BYTES;
                continue;
            }
            position += Long.numberOfTrailingZeros(hits) >>> 3;
            if (position >= limit) {
                break;
            }
            byte value = bytes[position];
            if (position + 1 == limit && !window.ended) {
                return Scan.NEED_MORE;
            }
            if (escaping && value == escape && escapesNext(bytes, position, limit)) {
                escaped = true;
                position += 2;
                continue;
            }
            if (value == quote) {
                seen = all;
                anyEscaped |= escaped;
                return afterQuote(bytes, escaped ? ~start : start, position, limit);
            }
            nul |= value == 0;
            position = pastLineEnd(bytes, position, limit);
        }
        stop = limit;
        return window.ended ? Scan.UNTERMINATED : Scan.NEED_MORE;
    }

    private boolean escapesNext(byte[] bytes, int position, int limit) {
        return position + 1 < limit && (bytes[position + 1] == quote || bytes[position + 1] == escape);
    }

    /** Counts a line end in a quoted cell; the position behind it, or behind any other byte. */
    private int pastLineEnd(byte[] bytes, int position, int limit) {
        byte value = bytes[position];
        if (value != '\n' && value != '\r') {
            return position + 1;
        }
        boolean pair = value == '\r' && position + 1 < limit && bytes[position + 1] == '\n';
        int after = pair ? position + 2 : position + 1;
        lineEnds++;
        if (afterQuoteLine == NONE) {
            afterQuoteLine = after;
        }
        return after;
    }

    private Scan afterQuote(byte[] bytes, int start, int position, int limit) {
        int after = position + 1;
        if (after == limit || bytes[after] == delimiter || bytes[after] == '\n' || bytes[after] == '\r') {
            return cell(start, position, after);
        }
        stop = after;
        return Scan.TEXT_AFTER_QUOTE;
    }

    private Scan cell(int start, int cellEnd, int cellStop) {
        if (fields < starts.length) {
            starts[fields] = start;
            ends[fields] = cellEnd;
        }
        fields++;
        stop = cellStop;
        return Scan.RECORD;
    }

    private Scan endOfRecord(byte[] bytes, int limit) {
        end = stop;
        closed = stop < limit;
        if (!closed) {
            next = limit;
            return Scan.RECORD;
        }
        next = stop + 1;
        if (bytes[stop] == '\r') {
            if (next == limit && !window.ended) {
                return Scan.NEED_MORE;
            }
            if (next < limit && bytes[next] == '\n') {
                next++;
            }
        }
        return Scan.RECORD;
    }

    private static long below(long word) {
        return (word - CONTROLS) & ~word & HIGHS;
    }

    private static long equal(long word, long pattern) {
        long zero = word ^ pattern;
        return (zero - ONES) & ~zero & HIGHS;
    }

    private Found found(Scan scan) throws IOException {
        if (scan == Scan.RECORD) {
            if (tooLong(end)) {
                return overlong();
            }
            nextLine = line + lineEnds + 1;
            return Found.RECORD;
        }
        if (tooLong(stop)) {
            return overlong();
        }
        String field = "field " + (fields + 1) + ": ";
        if (scan == Scan.UNTERMINATED) {
            return restart(
                    RejectReason.UNTERMINATED_QUOTE, field + "the quote opened on line " + quoteLine + " never closes");
        }
        String value = RawText.of(window.bytes, stop, stop + 1, 1);
        String follows = " after its closing quote ('" + dialect.delimiter() + "' or a line end must follow)";
        return restart(RejectReason.TEXT_AFTER_QUOTE, field + "'" + value + "'" + follows);
    }

    private boolean tooLong(int position) {
        return position - at > limits.maxRecordBytes();
    }

    /** Goes on at the line after the one on which the offending quote opened. */
    private Found restart(RejectReason reason, String message) throws IOException {
        if (afterQuoteLine == NONE && !findLineEnd()) {
            return overlong();
        }
        next = afterQuoteLine;
        nextLine = quoteLine + 1;
        end = withoutLineEnd(next);
        broken = reject(reason, message);
        return Found.BROKEN;
    }

    /** Looks for the end of the line that holds {@link #stop}; false if the record gets too long before. */
    private boolean findLineEnd() throws IOException {
        int length = stop - at;
        for (; ; ) {
            int position = at + length;
            int limit = window.limit;
            while (position < limit && window.bytes[position] != '\n' && window.bytes[position] != '\r') {
                position++;
            }
            if (tooLong(position)) {
                return false;
            }
            boolean certain = window.ended || position + 1 < limit;
            if (certain) {
                afterQuoteLine = position == limit ? limit : pastLineEnd(window.bytes, position, limit);
                return true;
            }
            length = position - at;
            if (!more()) {
                return false;
            }
        }
    }

    private int withoutLineEnd(int position) {
        int last = position;
        if (last > at && window.bytes[last - 1] == '\n') {
            last--;
        }
        if (last > at && window.bytes[last - 1] == '\r') {
            last--;
        }
        return last;
    }

    /** Walks over a record that is too long to hold, and rejects it. */
    private Found overlong() throws IOException {
        end = Math.min(window.limit, at + limits.maxRecordBytes() + 1);
        String raw = raw();
        OverlongRecord record = new OverlongRecord(window, dialect, at, line);
        try {
            record.skip();
        } catch (FileRefusedException lost) {
            next = window.limit;
            throw lost;
        }
        next = record.position();
        nextLine = record.line();
        String message = "a record longer than " + limits.maxRecordBytes() + " bytes (its bound)";
        broken = new Reject(line, RejectReason.FIELD_TOO_LONG, message + goesOn(), raw);
        return Found.BROKEN;
    }
}
