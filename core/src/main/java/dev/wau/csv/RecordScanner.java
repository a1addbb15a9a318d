package dev.wau.csv;

import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a file's records, and finds the way back after one whose quoting is broken.
 *
 * <p>Recovery is linear: after a quote that went wrong, reading goes on at the line after the one on which it opened, and
 * what lies between can hold only escaped quotes, which open nothing that lasts. So no byte is looked at more than twice.
 */
final class RecordScanner {

    /** What {@link #next} came upon. */
    enum Found {
        /** A record with intact quoting. */
        RECORD,
        /** No record; {@link #broken} says why. */
        BROKEN,
        /** No more; a part of a file ends inside a record, which only the whole file tells. */
        CUT,
        END
    }

    private final ByteWindow window;
    private final Dialect dialect;
    private final Limits limits;
    private final CellScan cells;
    private final Cursor next;

    private int start;
    private int end;
    private long line;
    private @Nullable Reject broken;

    /** For records of which this many cells are of interest. */
    RecordScanner(ByteWindow window, Dialect dialect, Limits limits, int columns) {
        this.window = window;
        this.dialect = dialect;
        this.limits = limits;
        this.cells = new CellScan(window, dialect, columns);
        this.next = new Cursor(window);
    }

    /** Passes physical lines unread; false if the file ends before. */
    boolean skipLines(int lines) throws IOException {
        for (int skipped = 0; skipped < lines; skipped++) {
            if (!next.skipLine()) {
                return false;
            }
        }
        return true;
    }

    /** Where the next record is looked for. */
    InputStream rest() {
        return window.from(next.position);
    }

    /** The same, in bytes from the text's start. */
    long nextOffset() {
        return window.offset(next.position);
    }

    /** The line on which the next record is looked for. */
    long nextLine() {
        return next.line;
    }

    /** The file's first line, or that of the part, is this one. */
    void startAt(long line) {
        next.line = line;
    }

    /** Moves to the next record. */
    Found next() throws IOException {
        boolean any = next.skipBlankLines();
        line = next.line;
        if (!any) {
            return Found.END;
        }
        CellScan.Outcome outcome = cells.scan(next.position);
        while (outcome == CellScan.Outcome.NEED_MORE) {
            if (!next.more()) {
                return overlong();
            }
            outcome = cells.scan(next.position);
        }
        start = next.position;
        return found(outcome);
    }

    /** The line of the record's first byte. */
    long line() {
        return line;
    }

    /** The record's cells. */
    CellScan cells() {
        return cells;
    }

    /** Where the record starts in {@link #bytes}. */
    int start() {
        return start;
    }

    /** Where it ends, without its line end. */
    int end() {
        return end;
    }

    byte[] bytes() {
        return window.bytes;
    }

    /** Why there is no record. */
    Reject broken() {
        return Objects.requireNonNull(broken);
    }

    /** A reject of the record that starts here, told with where reading goes on. */
    Reject reject(RejectReason reason, String message) {
        return reject(reason, message, raw());
    }

    private Reject reject(RejectReason reason, String message, String raw) {
        Reject reject = new Reject(line, reason, message + goesOn(), raw);
        return limits.maxRawRejectBytes() == 0 ? reject.withoutText() : reject;
    }

    private String raw() {
        return RawText.of(window.bytes, start, end, limits.maxRawRejectBytes());
    }

    /** Said of the end of the file too: whether the file ends here is not known before more of it is read. */
    private String goesOn() {
        return next.line == line + 1 ? "" : "; reading went on at line " + next.line;
    }

    private boolean tooLong(int position) {
        return position - next.position > limits.maxRecordBytes();
    }

    private Found found(CellScan.Outcome outcome) throws IOException {
        if (tooLong(cells.stop)) {
            return overlong();
        }
        if (outcome != CellScan.Outcome.RECORD) {
            return outcome == CellScan.Outcome.UNTERMINATED ? unterminated() : textAfterQuote();
        }
        end = cells.end;
        next.position = cells.next;
        next.line = line + cells.lineEnds + 1;
        return Found.RECORD;
    }

    private Found unterminated() throws IOException {
        if (window.part) {
            return Found.CUT;
        }
        String message = field() + "the quote opened on line " + (line + cells.quoteLine) + " never closes";
        return restart(RejectReason.UNTERMINATED_QUOTE, message);
    }

    private Found textAfterQuote() throws IOException {
        String text = RawText.of(window.bytes, cells.stop, cells.stop + 1, 1);
        String message = field() + "'" + text + "' after its closing quote ('" + dialect.delimiter()
                + "' or a line end must follow)";
        return restart(RejectReason.TEXT_AFTER_QUOTE, message);
    }

    private String field() {
        return "field " + (cells.fields + 1) + ": ";
    }

    /** Goes on at the line after the one on which the offending quote opened. */
    private Found restart(RejectReason reason, String message) throws IOException {
        if (cells.afterQuoteLine == CellScan.NONE && !findLineEnd()) {
            return overlong();
        }
        start = next.position;
        end = withoutLineEnd(cells.afterQuoteLine);
        next.position = cells.afterQuoteLine;
        next.line = line + cells.quoteLine + 1;
        broken = reject(reason, message);
        return Found.BROKEN;
    }

    /** Looks for the end of the line that holds the scan's stop; false if the record gets too long before. */
    private boolean findLineEnd() throws IOException {
        int length = cells.stop - next.position;
        for (; ; ) {
            int position = lineEnd(next.position + length);
            if (tooLong(position)) {
                return false;
            }
            if (window.ended || position + 1 < window.limit) {
                cells.afterQuoteLine = position == window.limit ? position : cells.pastLineEnd(position);
                return true;
            }
            length = position - next.position;
            if (!next.more()) {
                return false;
            }
        }
    }

    private int lineEnd(int from) {
        int position = from;
        while (position < window.limit && window.bytes[position] != '\n' && window.bytes[position] != '\r') {
            position++;
        }
        return position;
    }

    private int withoutLineEnd(int position) {
        int last = position;
        if (last > start && window.bytes[last - 1] == '\n') {
            last--;
        }
        if (last > start && window.bytes[last - 1] == '\r') {
            last--;
        }
        return last;
    }

    /** Walks over a record that is too long to hold, and rejects it. */
    private Found overlong() throws IOException {
        start = next.position;
        end = Math.min(window.limit, start + limits.maxRecordBytes() + 1);
        String raw = raw();
        new OverlongRecord(window, dialect, next).skip();
        String message = "a record longer than " + limits.maxRecordBytes() + " bytes (limits.max-record-bytes)";
        broken = reject(RejectReason.FIELD_TOO_LONG, message, raw);
        return Found.BROKEN;
    }
}
