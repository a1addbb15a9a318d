package dev.wau.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * The reader's rules once more, as plainly as they can be written: the whole file in memory, one character at a time.
 * For files of three given columns (timestamp, event, note) whose times are digits; without limits.
 */
final class ReferenceReader {

    private final String file;
    private final Dialect dialect;
    private final List<String> results = new ArrayList<>();
    private int position;
    private int quoteAt;

    private ReferenceReader(byte[] file, Dialect dialect) {
        this.file = new String(file, ISO_8859_1);
        this.dialect = dialect;
    }

    /** A line {@code line cells} for a record, {@code line reason} for a reject. */
    static List<String> read(byte[] file, Dialect dialect) {
        ReferenceReader reader = new ReferenceReader(file, dialect);
        while (reader.record()) {}
        return reader.results;
    }

    private boolean record() {
        while (atLineEnd()) {
            passLineEnd();
        }
        if (position == file.length()) {
            return false;
        }
        int start = position;
        long line = lineOf(start);
        List<String> cells = new ArrayList<>();
        do {
            String problem = cell(cells);
            if (problem != null) {
                results.add(line + " " + problem);
                position = quoteAt;
                while (position < file.length() && !atLineEnd()) {
                    position++;
                }
                passLineEnd();
                return true;
            }
        } while (passed(dialect.delimiter()));
        int end = position;
        boolean closed = end < file.length();
        passLineEnd();
        results.add(line + " " + judged(file.substring(start, end), cells, closed));
        return true;
    }

    private @org.jspecify.annotations.Nullable String cell(List<String> cells) {
        StringBuilder text = new StringBuilder();
        quoteAt = position;
        if (dialect.quote() == Dialect.NONE || !passed(dialect.quote())) {
            while (position < file.length() && !atLineEnd() && file.charAt(position) != dialect.delimiter()) {
                text.append(file.charAt(position++));
            }
            cells.add(text.toString());
            return null;
        }
        for (; ; ) {
            if (position == file.length()) {
                return "unterminated-quote";
            }
            char value = file.charAt(position++);
            if (value == dialect.escape()
                    && dialect.escape() != Dialect.NONE
                    && position < file.length()
                    && (file.charAt(position) == dialect.quote() || file.charAt(position) == dialect.escape())) {
                text.append(file.charAt(position++));
            } else if (value == dialect.quote()) {
                break;
            } else {
                text.append(value);
            }
        }
        cells.add(text.toString());
        boolean clean = position == file.length() || atLineEnd() || file.charAt(position) == dialect.delimiter();
        return clean ? null : "text-after-quote";
    }

    private static String judged(String raw, List<String> cells, boolean closed) {
        if (raw.indexOf(0) >= 0) {
            return "nul-character";
        }
        if (cells.size() != 3 && !closed) {
            return "truncated-file";
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(raw.getBytes(ISO_8859_1)));
        } catch (CharacterCodingException invalid) {
            return "invalid-utf8";
        }
        if (cells.size() != 3) {
            return "wrong-field-count";
        }
        if (cells.get(0).isEmpty()) {
            return "missing-time";
        }
        if (!cells.get(0).matches("[0-9]{1,17}")) {
            return "bad-time";
        }
        return cells.get(1).isEmpty()
                ? "missing-event"
                : cells.stream()
                        .map(cell -> new String(cell.getBytes(ISO_8859_1), UTF_8))
                        .toList()
                        .toString();
    }

    private boolean passed(char wanted) {
        boolean found = position < file.length() && file.charAt(position) == wanted;
        position += found ? 1 : 0;
        return found;
    }

    private boolean atLineEnd() {
        return position < file.length() && "\r\n".indexOf(file.charAt(position)) >= 0;
    }

    private void passLineEnd() {
        passed('\r');
        passed('\n');
    }

    private long lineOf(int place) {
        return 1
                + file.substring(0, place)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
