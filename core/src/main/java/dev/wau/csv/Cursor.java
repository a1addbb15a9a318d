package dev.wau.csv;

import java.io.IOException;

/** A place in the file, between records, and its line. LF, CRLF and CR each end a line. */
final class Cursor {

    private final ByteWindow window;

    /** In the window. */
    int position;

    /** From 1. */
    long line = 1;

    Cursor(ByteWindow window) {
        this.window = window;
    }

    /** Reads on, keeping what stands from here on; false, and nothing has moved: there is no more, or no room. */
    boolean more() throws IOException {
        if (!window.more(position)) {
            return false;
        }
        position = 0;
        return true;
    }

    /** The file ends here. */
    boolean atEnd() throws IOException {
        while (position == window.limit) {
            if (!more()) {
                return true;
            }
        }
        return false;
    }

    /** Passes a physical line unread; false if the file ends before the line does. */
    boolean skipLine() throws IOException {
        while (!atEnd()) {
            if (skipLineEnd()) {
                return true;
            }
            position++;
        }
        return false;
    }

    /** Moves to the next line that isn't empty; false if there is none. */
    boolean skipBlankLines() throws IOException {
        while (!atEnd()) {
            if (!skipLineEnd()) {
                return true;
            }
        }
        return false;
    }

    /** Passes a line end, if one stands here (there must be a byte). */
    boolean skipLineEnd() throws IOException {
        byte value = window.bytes[position];
        if (value != '\n' && value != '\r') {
            return false;
        }
        position++;
        line++;
        if (value == '\r' && !atEnd() && window.bytes[position] == '\n') {
            position++;
        }
        return true;
    }
}
