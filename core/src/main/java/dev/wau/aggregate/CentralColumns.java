package dev.wau.aggregate;

import dev.wau.csv.ColumnNames;
import dev.wau.csv.FileColumn;
import dev.wau.csv.FileLayout;
import dev.wau.csv.Role;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of an aggregated file, made from those of its source: roles under the exporter's names, dropped columns
 * left out, names that clash with ours as {@code source_<name>}, then {@code customer} and, where the source has none,
 * {@code unique_identifier}.
 *
 * @param columns in the aggregated file's order
 * @param removed names of the source's columns that were dropped as personal data
 * @param owners columns of the source that can only be left out where they name nobody but the owner: of {@code customer}
 *     and {@code source_customer}, the one that has no place
 */
record CentralColumns(List<Column> columns, List<String> removed, List<Integer> owners) {

    /** What a column's cells are made of. */
    enum Content {
        CELL,
        TIME,
        CUSTOMER,
        IDENTIFIER
    }

    /** No such column in the source. */
    static final int NONE = -1;

    /**
     * One column.
     *
     * @param source the source's column with the cells, or {@link #NONE}
     */
    record Column(String name, Content content, int source) {}

    CentralColumns {
        columns = List.copyOf(columns);
        removed = List.copyOf(removed);
        owners = List.copyOf(owners);
    }

    /** The header of the aggregated file. */
    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    static CentralColumns of(FileLayout layout) {
        List<Column> columns = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (FileColumn column : layout.columns()) {
            if (column.role() == Role.DROPPED) {
                removed.add(column.name());
            } else if (column.role() == Role.CUSTOMER && column.placement() == FileColumn.Placement.DETAILS) {
                owners.add(column.index());
            } else if (column.role() != Role.TIME || columns.stream().noneMatch(c -> c.content() == Content.TIME)) {
                columns.add(of(column));
            }
        }
        columns.add(new Column("customer", Content.CUSTOMER, NONE));
        if (columns.stream().noneMatch(column -> column.content() == Content.IDENTIFIER)) {
            columns.add(new Column("unique_identifier", Content.IDENTIFIER, NONE));
        }
        requireUnique(columns);
        return new CentralColumns(columns, removed, owners);
    }

    private static Column of(FileColumn column) {
        return switch (column.role()) {
            case TIME -> new Column("timestamp", Content.TIME, column.index());
            case EVENT -> new Column("event", Content.CELL, column.index());
            case USER_ID -> new Column("userId", Content.CELL, column.index());
            case USER_AGENT -> new Column("userAgent", Content.CELL, column.index());
            case UNIQUE_IDENTIFIER -> new Column("unique_identifier", Content.IDENTIFIER, column.index());
            case CUSTOMER -> new Column("source_customer", Content.CELL, column.index());
            default -> new Column(name(column), Content.CELL, column.index());
        };
    }

    // The reader gave a clashing name another target; in the central bucket that is its name.
    private static String name(FileColumn column) {
        boolean renamed = column.placement() == FileColumn.Placement.COLUMN
                && !column.target().equals(ColumnNames.of(column.name()));
        return renamed ? column.target() : column.name();
    }

    private static void requireUnique(List<Column> columns) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new FileRefusedException(
                        RefusalReason.DUPLICATE_HEADER,
                        "two columns would both be called '" + column.name()
                                + "' in the central bucket. Rename one of them in the export.");
            }
        }
    }
}
