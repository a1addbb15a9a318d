package dev.wau.csv;

import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a file's header, where it has one. */
final class Header {

    private final RecordScanner scanner;
    private final Dialect dialect;
    private final Encoding encoding;
    private final Limits limits;

    Header(RecordScanner scanner, Dialect dialect, Encoding encoding, Limits limits) {
        this.scanner = scanner;
        this.dialect = dialect;
        this.encoding = encoding;
        this.limits = limits;
    }

    /** The names of the columns; leaves the scanner before the first record of data. */
    List<String> read() throws IOException {
        if (!scanner.skipLines(dialect.preambleLines())) {
            throw new FileRefusedException(
                    RefusalReason.NO_HEADER,
                    "the file ends within its " + dialect.preambleLines() + " preamble lines (dialect.preamble-lines)");
        }
        List<String> names = switch (dialect.header().kind()) {
            case FIRST_RECORD -> firstRecord();
            case GIVEN -> dialect.header().names();
            case REPLACED -> {
                scan();
                yield dialect.header().names();
            }
        };
        if (names.size() > limits.maxColumns()) {
            throw tooManyColumns(names.size());
        }
        Layouts.requireNames(names);
        return names;
    }

    private List<String> firstRecord() throws IOException {
        scan();
        if (scanner.cells().fields > limits.maxColumns()) {
            throw tooManyColumns(scanner.cells().fields);
        }
        Cells cells = new Cells(scanner.cells().fields, dialect);
        cells.take(scanner);
        List<String> names = new ArrayList<>();
        for (int column = 0; column < scanner.cells().fields; column++) {
            requireLength(column, cells.length(column));
            names.add(
                    new String(cells.bytes(column), cells.start(column), cells.length(column), StandardCharsets.UTF_8));
        }
        return names;
    }

    private void scan() throws IOException {
        switch (scanner.next()) {
            case END, CUT ->
                throw new FileRefusedException(
                        RefusalReason.NO_HEADER,
                        "the file is empty where its header should be (give names: dialect.header)");
            case BROKEN -> throw unreadable(scanner.broken().message());
            case RECORD -> requireText();
        }
    }

    private void requireText() {
        if (scanner.cells().nul) {
            throw unreadable("it holds a NUL character (is the file " + encoding.label() + ", or not text at all?)");
        }
        if (Utf8.firstInvalid(scanner.bytes(), scanner.start(), scanner.end()) < scanner.end()) {
            throw unreadable("it holds bytes that are no character in " + encoding.label()
                    + " (another encoding? dialect.encoding)");
        }
    }

    private void requireLength(int column, int length) {
        if (length > limits.maxFieldBytes()) {
            throw unreadable("name " + (column + 1) + " is " + length + " bytes long (at most " + limits.maxFieldBytes()
                    + ": limits.max-field-bytes)");
        }
    }

    private FileRefusedException unreadable(String why) {
        return new FileRefusedException(
                RefusalReason.UNREADABLE_HEADER, "the header on line " + scanner.line() + " can't be read: " + why);
    }

    private FileRefusedException tooManyColumns(int columns) {
        return new FileRefusedException(
                RefusalReason.TOO_MANY_COLUMNS,
                columns + " columns (at most " + limits.maxColumns() + ": limits.max-header-columns)");
    }
}
