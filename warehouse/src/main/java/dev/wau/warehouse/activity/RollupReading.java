package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.CustomerActivity;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.activity.RolledUp.Columns;
import dev.wau.warehouse.activity.RolledUp.RolledUpPart;
import dev.wau.warehouse.rollup.RollupForm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rollup in one transaction, so that all of it is of one state of the warehouse. Units come in portions of
 * bounded size, whatever the warehouse holds. Used by one thread.
 */
final class RollupReading implements AutoCloseable {

    /**
     * Cells of a portion: some 1.2 bytes each of days, edges and quarters, 2.5 of detail. Few portions, because a portion's
     * rows lie scattered, and DuckDB reads what lies between.
     */
    private static final long MOST_CELLS = 56_000_000;

    /** The same where a month is read in detail. */
    private static final long MOST_CELLS_OF_DETAIL = 24_000_000;

    /** Rows that the driver holds at once, where it would hold all of them otherwise. */
    private static final int FETCH = 100;

    private final Connections connections;
    private final Connection connection;

    private RollupReading(Connections connections, Connection connection) {
        this.connections = connections;
        this.connection = connection;
    }

    /** Begins. */
    static RollupReading begin(Connections connections) throws SQLException {
        Connection connection = connections.open();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new RollupReading(connections, connection);
        } catch (SQLException e) {
            connections.release(connection);
            throw e;
        }
    }

    /** Whether the rollup is kept, in the form that is known here. */
    boolean isKept() throws SQLException {
        List<String> form = list(
                new Sql("SELECT \"value\" FROM \"wau_settings\" WHERE \"name\" = 'rollup'", List.of()),
                row -> row.getString(1));
        return form.contains(RollupForm.CURRENT);
    }

    /** The months that have events. */
    SortedSet<Integer> months() throws SQLException {
        return new TreeSet<>(
                list(new Sql("SELECT DISTINCT \"month\" FROM \"wau_rollup_parts\"", List.of()), row -> row.getInt(1)));
    }

    /** The names of events, by number. */
    Map<Integer, String> names() throws SQLException {
        Map<Integer, String> names = new TreeMap<>();
        list(new Sql("SELECT \"number\", \"event\" FROM \"wau_rollup_events\"", List.of()), row -> {
            names.put(row.getInt(1), row.getString(2));
            return row.getInt(1);
        });
        return names;
    }

    /** The customers with what they have loaded, by name: no users, no events. */
    List<CustomerActivity> loaded(Scope scope) throws SQLException {
        return list(Queries.loaded(scope), CustomerRows::read).stream()
                .sorted(Comparator.comparing(CustomerActivity::customer))
                .toList();
    }

    /** Hands over the scope's units, in portions. */
    void units(Map<Columns, List<Integer>> months, Scope scope, Consumer<Collection<RolledUp>> portions)
            throws SQLException {
        List<Integer> all = months.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return;
        }
        long most = months.containsKey(Columns.DETAIL) ? MOST_CELLS_OF_DETAIL : MOST_CELLS;
        for (Portion portion : portions(all, scope, most)) {
            Map<Unit, RolledUp> units = new HashMap<>();
            for (Map.Entry<Columns, List<Integer>> kind : months.entrySet()) {
                for (int[] run : runs(kind.getValue())) {
                    read(kind.getKey(), run, portion, units);
                }
            }
            portions.accept(units.values());
        }
    }

    private record Unit(String customer, int block) {}

    /** Blocks of users, as a condition; null for all. */
    private record Portion(@Nullable String condition, List<String> binds) {}

    private List<Portion> portions(List<Integer> months, Scope scope, long most) throws SQLException {
        String sql = "SELECT \"customer\", \"block\", CAST(SUM(\"cells\") AS BIGINT) FROM \"wau_rollup_parts\" WHERE "
                + in(months) + only(scope) + " GROUP BY \"customer\", \"block\" ORDER BY \"customer\", \"block\"";
        List<Portion> portions = new ArrayList<>();
        Map<String, List<Integer>> blocks = new TreeMap<>();
        long[] cells = {0};
        list(new Sql(sql, Activity.names(scope)), row -> {
            if (cells[0] + row.getLong(3) > most && !blocks.isEmpty()) {
                portions.add(portion(blocks));
                blocks.clear();
                cells[0] = 0;
            }
            cells[0] += row.getLong(3);
            return blocks.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                    .add(row.getInt(2));
        });
        if (portions.isEmpty()) {
            return List.of(new Portion(only(scope), Activity.names(scope)));
        }
        portions.add(portion(blocks));
        return portions;
    }

    /** Customers whose blocks are all of one range are named together. */
    private static Portion portion(Map<String, List<Integer>> blocks) {
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

    /** Months that follow each other: for a list of single ones, DuckDB reads the bytes of all that lie between. */
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

    private void read(Columns kind, int[] months, Portion portion, Map<Unit, RolledUp> units) throws SQLException {
        String sql = "SELECT \"customer\", \"block\", \"month\", " + kind.sql()
                + " FROM \"wau_rollup_parts\" WHERE \"month\" BETWEEN " + months[0] + " AND " + months[1]
                + portion.condition();
        list(new Sql(sql, portion.binds()), row -> {
            byte[][] columns = new byte[kind.count()][];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = row.getBytes(4 + column);
            }
            String customer = row.getString(1);
            return units.computeIfAbsent(new Unit(customer, row.getInt(2)), none -> new RolledUp(customer))
                    .parts()
                    .add(new RolledUpPart(row.getInt(3), kind, columns));
        });
    }

    private static String in(List<Integer> months) {
        return months.stream().map(String::valueOf).collect(Collectors.joining(", ", "\"month\" IN (", ")"));
    }

    private static String only(Scope scope) {
        return scope.customers().isEmpty()
                ? ""
                : " AND \"customer\" IN (" + Sql.marks(scope.customers().size()) + ")";
    }

    private <T> List<T> list(Sql sql, Row<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setFetchSize(FETCH);
            for (int index = 0; index < sql.binds().size(); index++) {
                statement.setString(index + 1, sql.binds().get(index));
            }
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    found.add(reader.read(results));
                }
            }
        }
        return found;
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connections.release(connection);
        }
    }

    /** What a failed statement means. */
    static WauException failure(SQLException e) {
        return new WauException(
                ErrorCode.WAREHOUSE_FAILED, "Cannot compute the report's numbers: " + e.getMessage(), e);
    }
}
