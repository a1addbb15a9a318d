package dev.wau.csv;

/**
 * All that the text before a byte decides about what the byte means, in a file of {@link Dialect#STANDARD}. A quote
 * inside an unquoted cell is text. Of a record with text after a closing quote, the rest of the line is passed: where the
 * quoted cell began on an earlier line, {@link AuditLogReader} goes back to that one instead.
 */
public enum CellState {
    /** A record may start here; between records, blank lines are passed. */
    RECORD_START,
    /** A delimiter stands before. */
    CELL_START,
    UNQUOTED,
    QUOTED,
    /** A quote stands before that closes the cell, or is the first of two that stand for one. */
    AFTER_QUOTE,
    /** The record's quoting is broken. */
    REST_OF_LINE;

    /** The state behind a byte. */
    CellState after(byte value) {
        boolean lineEnd = value == '\n' || value == '\r';
        if (lineEnd && this != QUOTED) {
            return RECORD_START;
        }
        boolean quote = value == Dialect.STANDARD.quote();
        return switch (this) {
            case RECORD_START, CELL_START -> quote ? QUOTED : between(value, UNQUOTED);
            case UNQUOTED -> between(value, UNQUOTED);
            case QUOTED -> quote ? AFTER_QUOTE : QUOTED;
            case AFTER_QUOTE -> quote ? QUOTED : between(value, REST_OF_LINE);
            case REST_OF_LINE -> REST_OF_LINE;
        };
    }

    private static CellState between(byte value, CellState otherwise) {
        return value == Dialect.STANDARD.delimiter() ? CELL_START : otherwise;
    }
}
