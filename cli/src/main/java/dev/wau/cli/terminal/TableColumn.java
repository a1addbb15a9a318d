package dev.wau.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of a {@link Table} with its cells. */
final class TableColumn {

    private static final int WIDEST_BAR = 32;

    private final String heading;
    private final Kind kind;
    private final List<String> cells = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();
    private int width;
    private double most;

    /** What a column shows. */
    enum Kind {
        TEXT,
        NUMBER,
        BAR
    }

    TableColumn(String heading, Kind kind) {
        this.heading = heading;
        this.kind = kind;
        this.width = kind == Kind.BAR ? WIDEST_BAR : Text.width(heading);
    }

    Kind kind() {
        return kind;
    }

    /** How many columns of the terminal it would like. */
    int width() {
        return width;
    }

    void add(@Nullable Object value) {
        if (kind == Kind.BAR) {
            double number = value instanceof Number given ? given.doubleValue() : 0;
            numbers.add(number);
            most = Math.max(most, number);
        } else {
            String cell = Text.line(Cells.text(value));
            cells.add(cell);
            width = Math.max(width, Text.width(cell));
        }
    }

    String heading(int columns) {
        return aligned(Text.cut(heading, columns, ""), columns);
    }

    String cell(int row, int columns, Terminal terminal) {
        if (kind == Kind.BAR) {
            double share = most == 0 ? 0 : numbers.get(row) / most;
            return terminal.styled(Style.ACCENT, Text.left(Bar.of(share, columns, terminal), columns));
        }
        return aligned(Text.cut(cells.get(row), columns, terminal.glyph("…", "~")), columns);
    }

    private String aligned(String text, int columns) {
        return kind == Kind.NUMBER ? Text.right(text, columns) : Text.left(text, columns);
    }
}
