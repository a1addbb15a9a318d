package dev.wau.warehouse.activity;

import dev.wau.warehouse.activity.RolledUpPart.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts that are read by one statement. They have neighbouring numbers and months: so they lie side by side as they were
 * written, and DuckDB skips the others. For a list of single months or parts it would read all that lie between.
 *
 * @param columns what is read of them
 * @param firstMonth the first month
 * @param lastMonth the last month
 * @param first the first number
 * @param last the last number
 */
record PartRange(Columns columns, int firstMonth, int lastMonth, long first, long last) {

    /** Some ten megabytes of detail: the driver holds up to 2,048 rows at once. */
    private static final long MOST_CELLS = 4_000_000;

    /** Below that, a statement's own cost is more than what it reads. */
    private static final long LEAST_CELLS = 1_000_000;

    /** Ranges for each reader, so that none waits long for the others. */
    private static final int EACH = 2;

    /** Numbers whose parts stay together. */
    private static final int SPAN = 32;

    /** @param readers that share the work */
    static List<PartRange> of(
            Connection connection, Map<Columns, List<Integer>> months, String condition, Portion portion, int readers)
            throws SQLException {
        TreeMap<Integer, TreeMap<Long, Long>> cells = cells(connection, condition, portion);
        long total = cells.values().stream()
                .flatMap(spans -> spans.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        long most = Math.max(LEAST_CELLS, Math.min(MOST_CELLS, total / readers / EACH));
        List<PartRange> ranges = new ArrayList<>();
        months.forEach((columns, own) -> runs(own).forEach(run -> {
            TreeMap<Long, Long> spans = new TreeMap<>();
            cells.subMap(run[0], run[1] + 1)
                    .values()
                    .forEach(month -> month.forEach((span, sum) -> spans.merge(span, sum, Long::sum)));
            split(spans, most).forEach(range -> ranges.add(new PartRange(columns, run[0], run[1], range[0], range[1])));
        }));
        return ranges;
    }

    /** Cells by month and span of numbers. */
    private static TreeMap<Integer, TreeMap<Long, Long>> cells(Connection connection, String condition, Portion portion)
            throws SQLException {
        String sql = "SELECT \"month\", \"part\" - \"part\" % " + SPAN + ", CAST(SUM(\"cells\") AS BIGINT)"
                + " FROM \"wau_rollup_parts\" WHERE " + condition + portion.condition() + " GROUP BY 1, 2";
        TreeMap<Integer, TreeMap<Long, Long>> cells = new TreeMap<>();
        RollupReading.each(
                connection,
                new Sql(sql, portion.binds()),
                row -> cells.computeIfAbsent(row.getInt(1), none -> new TreeMap<>())
                        .put(row.getLong(2), row.getLong(3)));
        return cells;
    }

    /** Months that follow each other. */
    private static List<int[]> runs(List<Integer> months) {
        List<int[]> runs = new ArrayList<>();
        for (int month : months) {
            int[] last = runs.isEmpty() ? new int[] {0, month - 2} : runs.get(runs.size() - 1);
            if (last[1] == month - 1) {
                last[1] = month;
            } else {
                runs.add(new int[] {month, month});
            }
        }
        return runs;
    }

    /** Neighbouring spans, together of so many cells; one that has more stands alone. */
    private static List<long[]> split(TreeMap<Long, Long> spans, long most) {
        List<long[]> ranges = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<Long, Long> span : spans.entrySet()) {
            if (ranges.isEmpty() || sum + span.getValue() > most) {
                ranges.add(new long[] {span.getKey(), 0});
                sum = 0;
            }
            ranges.get(ranges.size() - 1)[1] = span.getKey() + SPAN - 1;
            sum += span.getValue();
        }
        return ranges;
    }
}
