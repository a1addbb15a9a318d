package dev.wau.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns: text left, numbers right with separators, bars as long as their numbers, headings dim. Wider than the
 * terminal, bars and then the widest text columns give way, and cut cells end in {@code …}. Not thread-safe.
 */
public final class Table {

    private final List<TableColumn> columns = new ArrayList<>();
    private int rows;

    /** Adds a column of text. */
    public Table text(String heading) {
        return column(heading, TableColumn.Kind.TEXT);
    }

    /** Adds a column of numbers. */
    public Table number(String heading) {
        return column(heading, TableColumn.Kind.NUMBER);
    }

    /** Adds a column of bars: its cells are numbers, drawn from zero. */
    public Table bar(String heading) {
        return column(heading, TableColumn.Kind.BAR);
    }

    /** Adds a row: as many cells as columns; see {@link Cells#text} for how each kind is shown. */
    public Table row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        for (int i = 0; i < cells.length; i++) {
            columns.get(i).add(cells[i]);
        }
        rows++;
        return this;
    }

    /** Whether it has no row. */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** Prints headings and rows. */
    public void print(Terminal terminal) {
        int[] widths = TableWidths.of(columns, terminal.width());
        StringBuilder headings = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            headings.append(i == 0 ? "" : TableWidths.GAP).append(columns.get(i).heading(widths[i]));
        }
        terminal.line(terminal.styled(Style.DIM, headings.toString().stripTrailing()));
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : TableWidths.GAP).append(columns.get(i).cell(row, widths[i], terminal));
            }
            terminal.line(line.toString().stripTrailing());
        }
    }

    private Table column(String heading, TableColumn.Kind kind) {
        columns.add(new TableColumn(heading, kind));
        return this;
    }
}
