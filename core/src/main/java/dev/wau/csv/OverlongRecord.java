package dev.wau.csv;

import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.IOException;

/**
 * Walks to the end of a record that is longer than its bound, holding none of it. There is no way back to a line that
 * has been passed: where only that would help, the file is refused.
 */
final class OverlongRecord {

    private enum State {
        CELL_START,
        UNQUOTED,
        QUOTED,
        ESCAPE,
        QUOTE,
        REST_OF_LINE
    }

    private final ByteWindow window;
    private final byte delimiter;
    private final byte quote;
    private final byte escape;
    private final boolean quoting;
    private final boolean escaping;
    private final Cursor cursor;
    private final long firstLine;
    private long quoteLine;
    private State state = State.CELL_START;

    /** Walks with the cursor, from the record's start. */
    OverlongRecord(ByteWindow window, Dialect dialect, Cursor cursor) {
        this.window = window;
        this.delimiter = (byte) dialect.delimiter();
        this.quote = (byte) dialect.quote();
        this.escape = (byte) dialect.escape();
        this.quoting = dialect.quote() != Dialect.NONE;
        this.escaping = dialect.escape() != Dialect.NONE;
        this.cursor = cursor;
        this.firstLine = cursor.line;
    }

    /**
     * Walks to the record's end.
     *
     * @throws FileRefusedException its end can't be known: a quote never closes, or closed where none was meant to
     */
    void skip() throws IOException {
        while (!cursor.atEnd()) {
            byte value = window.bytes[cursor.position];
            boolean lineEnd = cursor.skipLineEnd();
            if (!lineEnd) {
                cursor.position++;
            }
            state = after(value, lineEnd);
            if (lineEnd && state == State.CELL_START) {
                return;
            }
        }
        if (state == State.QUOTED || (state == State.ESCAPE && escape != quote)) {
            throw lost("never closes within " + (cursor.line - quoteLine + 1) + " lines");
        }
    }

    private State after(byte value, boolean lineEnd) {
        return switch (state) {
            case CELL_START -> quoting && value == quote ? open() : unquoted(value, lineEnd);
            case UNQUOTED -> unquoted(value, lineEnd);
            case REST_OF_LINE -> lineEnd ? State.CELL_START : State.REST_OF_LINE;
            case QUOTED -> quoted(value);
            case ESCAPE -> escaped(value, lineEnd);
            case QUOTE -> closed(value, lineEnd);
        };
    }

    private State open() {
        quoteLine = cursor.line;
        return State.QUOTED;
    }

    private State unquoted(byte value, boolean lineEnd) {
        return lineEnd || value == delimiter ? State.CELL_START : State.UNQUOTED;
    }

    private State quoted(byte value) {
        if (escaping && value == escape) {
            return State.ESCAPE;
        }
        return value == quote ? State.QUOTE : State.QUOTED;
    }

    private State escaped(byte value, boolean lineEnd) {
        if (value == quote || value == escape) {
            return State.QUOTED;
        }
        return escape == quote ? closed(value, lineEnd) : State.QUOTED;
    }

    private State closed(byte value, boolean lineEnd) {
        if (lineEnd || value == delimiter) {
            return State.CELL_START;
        }
        if (quoteLine == cursor.line) {
            return State.REST_OF_LINE;
        }
        throw lost("closes on line " + cursor.line + " with text after it, too far to go back");
    }

    private FileRefusedException lost(String how) {
        return new FileRefusedException(
                RefusalReason.LOST_IN_QUOTES,
                "the record on line " + firstLine + " can't be passed: its quote opened on line " + quoteLine + " "
                        + how);
    }
}
