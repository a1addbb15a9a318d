package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * Blocks of users that are counted together, as a condition. Few, because a portion's rows lie scattered, and DuckDB reads
 * what lies between.
 *
 * @param condition begins with {@code AND}; empty for all
 */
record Portion(String condition, List<String> binds) {

    /** Bytes of what is counted at once. */
    private static final long MOST_BYTES = 96_000_000;

    /**
     * All of the scope's blocks.
     *
     * @param months a condition
     * @param bytes that the count of a block needs that has so many cells
     */
    static List<Portion> of(Connection connection, String months, Scope scope, LongUnaryOperator bytes)
            throws SQLException {
        String only = scope.customers().isEmpty()
                ? ""
                : " AND \"customer\" IN (" + Sql.marks(scope.customers().size()) + ")";
        String sql = "SELECT \"customer\", \"block\", CAST(SUM(\"cells\") AS BIGINT) FROM \"wau_rollup_parts\" WHERE "
                + months + only + " GROUP BY \"customer\", \"block\" ORDER BY \"customer\", \"block\"";
        List<Portion> portions = new ArrayList<>();
        Map<String, List<Integer>> blocks = new TreeMap<>();
        long[] sum = {0};
        RollupReading.each(connection, new Sql(sql, Activity.names(scope)), row -> {
            long own = bytes.applyAsLong(row.getLong(3));
            if (sum[0] + own > MOST_BYTES && !blocks.isEmpty()) {
                portions.add(of(blocks));
                blocks.clear();
                sum[0] = 0;
            }
            sum[0] += own;
            return blocks.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                    .add(row.getInt(2));
        });
        if (portions.isEmpty()) {
            return List.of(new Portion(only, Activity.names(scope)));
        }
        portions.add(of(blocks));
        return portions;
    }

    /** Customers whose blocks are all of one range are named together. */
    private static Portion of(Map<String, List<Integer>> blocks) {
        Map<List<Integer>, List<String>> same = new HashMap<>();
        blocks.forEach((customer, own) -> same.computeIfAbsent(
                        List.of(own.get(0), own.get(own.size() - 1)), none -> new ArrayList<>())
                .add(customer));
        List<String> binds = new ArrayList<>();
        String condition = same.entrySet().stream()
                .map(entry -> {
                    binds.addAll(entry.getValue());
                    return "(\"customer\" IN (" + Sql.marks(entry.getValue().size()) + ") AND \"block\" BETWEEN "
                            + entry.getKey().get(0) + " AND " + entry.getKey().get(1) + ")";
                })
                .collect(Collectors.joining(" OR ", " AND (", ")"));
        return new Portion(condition, binds);
    }
}
