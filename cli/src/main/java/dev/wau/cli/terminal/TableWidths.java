package dev.wau.cli.terminal;

import java.util.List;

/** Divides a terminal's width among a table's columns. */
final class TableWidths {

    /** Between columns. */
    static final String GAP = "  ";

    private static final int NARROWEST = 8;

    private TableWidths() {}

    static int[] of(List<TableColumn> columns, int room) {
        int[] widths = columns.stream().mapToInt(TableColumn::width).toArray();
        long excess = (long) GAP.length() * (widths.length - 1) - room;
        for (int width : widths) {
            excess += width;
        }
        excess = giveWay(columns, widths, TableColumn.Kind.BAR, excess);
        giveWay(columns, widths, TableColumn.Kind.TEXT, excess);
        return widths;
    }

    /** Takes from the widest columns of this kind; returns what is still too much. */
    private static long giveWay(List<TableColumn> columns, int[] widths, TableColumn.Kind kind, long excess) {
        long left = excess;
        while (left > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean gives = columns.get(i).kind() == kind && widths[i] > NARROWEST;
                if (gives && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return left;
            }
            widths[widest]--;
            left--;
        }
        return left;
    }
}
