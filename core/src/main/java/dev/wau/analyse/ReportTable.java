package dev.wau.analyse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report's answer, free of presentation: a terminal, JSON, CSV and a dashboard show the same one.
 *
 * @param report which
 * @param title for people, without basis: {@code Weekly active users (all customers, UTC, weeks from Monday)}
 * @param columns in order
 * @param rows values by column, of the Java types that {@link ColumnType} names
 * @param chart what a chart draws; null if it has nothing to draw
 * @param notes sentences for people, in order: how to read the numbers; what to do when there are none
 * @param basis what the numbers stand on
 */
public record ReportTable(
        Report report,
        String title,
        List<ReportColumn> columns,
        List<List<@Nullable Object>> rows,
        @Nullable Chart chart,
        List<String> notes,
        ReportBasis basis) {

    public ReportTable {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
        notes = List.copyOf(notes);
    }

    /**
     * The place of a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public int indexOf(String column) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(column)) {
                return index;
            }
        }
        throw new IllegalArgumentException("No column " + column + " in " + report.code());
    }

    /**
     * A chart over all rows: bars by {@code label}, as long as {@code values}; several values stand for stacked parts.
     *
     * @param label a column's name
     * @param values columns' names, of type COUNT, DECIMAL or PERCENT; at least one
     */
    public record Chart(String label, List<String> values) {

        public Chart {
            values = List.copyOf(values);
        }
    }
}
