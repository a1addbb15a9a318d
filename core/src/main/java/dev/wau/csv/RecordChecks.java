package dev.wau.csv;

import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold for a record before its cells mean anything, in the order in which it is asked. */
final class RecordChecks {

    private final List<String> header;
    private final Dialect dialect;
    private final Encoding encoding;
    private final Limits limits;

    RecordChecks(List<String> header, Dialect dialect, Encoding encoding, Limits limits) {
        this.header = header;
        this.dialect = dialect;
        this.encoding = encoding;
        this.limits = limits;
    }

    /** The reject of the record that the scanner stands on, or null if it is sound. */
    @Nullable
    Reject check(RecordScanner record) {
        if (record.end() - record.start() > limits.maxFieldBytes()) {
            Reject tooLong = fieldTooLong(record);
            if (tooLong != null) {
                return tooLong;
            }
        }
        if (record.cells().nul) {
            int position = firstNul(record);
            return record.reject(RejectReason.NUL_CHARACTER, fieldAt(record, position) + " holds a NUL character");
        }
        boolean miscounted = record.cells().fields != header.size();
        if (miscounted && !record.cells().closed) {
            return record.reject(
                    RejectReason.TRUNCATED_FILE,
                    "the file ends inside the record, after " + count(record.cells().fields));
        }
        if (record.cells().maybeBeyondAscii()) {
            int bad = Utf8.firstInvalid(record.bytes(), record.start(), record.end());
            if (bad < record.end()) {
                return invalid(record, bad);
            }
        }
        return miscounted ? record.reject(RejectReason.WRONG_FIELD_COUNT, count(record.cells().fields)) : null;
    }

    /** How a message names a column. */
    static String field(int column, String name) {
        return "field " + (column + 1) + " ('" + RawText.printable(name, 60) + "')";
    }

    private String count(int fields) {
        String source = dialect.header().kind() == HeaderRule.Kind.FIRST_RECORD ? "the header has " : "given are ";
        return fields + (fields == 1 ? " field (" : " fields (") + source + header.size() + ")";
    }

    private @Nullable Reject fieldTooLong(RecordScanner record) {
        int places = Math.min(record.cells().fields, header.size());
        for (int column = 0; column < places; column++) {
            int length = length(record, column);
            if (length > limits.maxFieldBytes()) {
                return record.reject(
                        RejectReason.FIELD_TOO_LONG,
                        field(column, header.get(column)) + " is " + length + " bytes long (at most "
                                + limits.maxFieldBytes()
                                + ": limits.max-field-bytes, or the warehouse's longest text)");
            }
        }
        return null;
    }

    private int length(RecordScanner record, int column) {
        int start = record.cells().cellStart(column);
        int length = record.cells().cellEnd(column) - start;
        if (length <= limits.maxFieldBytes() || !record.cells().cellEscaped(column)) {
            return length;
        }
        return Cells.unescapedLength(record.bytes(), start, record.cells().cellEnd(column), dialect);
    }

    private static int firstNul(RecordScanner record) {
        int position = record.start();
        while (record.bytes()[position] != 0) {
            position++;
        }
        return position;
    }

    private Reject invalid(RecordScanner record, int position) {
        String what = "holds bytes that are no character in " + encoding.label();
        if (encoding == Encoding.UTF_8) {
            String value = RawText.of(record.bytes(), position, position + 1, 1);
            what = "holds " + value + ", which is not UTF-8 (another encoding? dialect.encoding)";
        }
        return record.reject(RejectReason.INVALID_UTF8, fieldAt(record, position) + " " + what);
    }

    private String fieldAt(RecordScanner record, int position) {
        int places = Math.min(record.cells().fields, header.size());
        for (int column = 0; column < places; column++) {
            if (position >= record.cells().cellStart(column)
                    && position < record.cells().cellEnd(column)) {
                return field(column, header.get(column));
            }
        }
        return "a field past the header's";
    }
}
