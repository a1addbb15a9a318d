package dev.wau.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns: text left, numbers right with separators, headings dim. Wider than the terminal, the widest text
 * columns give way first and end in {@code …}. Not thread-safe.
 */
public final class Table {

    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String heading, Align align) {}

    private enum Align {
        LEFT,
        RIGHT
    }

    /** Adds a column of text. */
    public Table text(String heading) {
        columns.add(new Column(heading, Align.LEFT));
        return this;
    }

    /** Adds a column of numbers. */
    public Table number(String heading) {
        columns.add(new Column(heading, Align.RIGHT));
        return this;
    }

    /** Adds a row: as many cells as columns; see {@link Cells#text} for how each kind is shown. */
    public Table row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(Text.line(Cells.text(cell)));
        }
        rows.add(row);
        return this;
    }

    /** Whether it has no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints headings and rows. */
    public void print(Terminal terminal) {
        int[] widths = fit(terminal.width());
        List<String> headings = columns.stream().map(Column::heading).toList();
        terminal.line(terminal.styled(Style.DIM, line(headings, widths, terminal)));
        rows.forEach(row -> terminal.line(line(row, widths, terminal)));
    }

    private int[] fit(int room) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Text.width(columns.get(i).heading());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Text.width(row.get(i)));
            }
        }
        long excess = -room + (long) GAP.length() * (widths.length - 1);
        for (int width : widths) {
            excess += width;
        }
        for (int widest = widest(widths); excess > 0 && widest >= 0; widest = widest(widths)) {
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    /** The widest text column that can still give way; -1 if none can. */
    private int widest(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean gives = columns.get(i).align() == Align.LEFT && widths[i] > NARROWEST;
            if (gives && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths, Terminal terminal) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = Text.cut(cells.get(i), widths[i], terminal.glyph("…", "~"));
            boolean right = columns.get(i).align() == Align.RIGHT;
            line.append(i == 0 ? "" : GAP).append(right ? Text.right(cell, widths[i]) : Text.left(cell, widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
