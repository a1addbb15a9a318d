package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.CustomerActivity;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.activity.RolledUpPart.Columns;
import dev.wau.warehouse.rollup.RollupForm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads the rollup in one transaction, so that all of it is of one state of the warehouse. Blocks come in portions of
 * bounded size, whatever the warehouse holds. Used by one thread.
 */
final class RollupReading implements AutoCloseable {

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

    /** Hands over the scope's blocks, in portions whose counts have room together. */
    <B extends BlockCount> void blocks(
            Map<Columns, List<Integer>> months, Scope scope, Blocks<B> kind, Consumer<Collection<B>> portions)
            throws SQLException {
        List<Integer> all = months.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return;
        }
        String condition = all.stream().map(String::valueOf).collect(Collectors.joining(", ", "\"month\" IN (", ")"));
        for (Portion portion : Portion.of(connection, condition, scope, kind.bytes())) {
            List<PartRange> ranges = PartRange.of(connection, months, condition, portion, connections.together());
            PortionReading<B> reading = new PortionReading<>(portion, ranges, kind.made());
            reading.read(connections, connection);
            portions.accept(reading.blocks());
        }
    }

    /**
     * How blocks are counted.
     *
     * @param made one for a customer's block
     * @param bytes that one needs at most that has so many cells
     */
    record Blocks<B extends BlockCount>(Function<String, B> made, LongUnaryOperator bytes) {}

    private <T> List<T> list(Sql sql, RowReader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        each(connection, sql, row -> found.add(reader.read(row)));
        return found;
    }

    /** Gives each row to a reader, which needn't give anything back. */
    static void each(Connection connection, Sql sql, RowReader<?> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setFetchSize(FETCH);
            for (int index = 0; index < sql.binds().size(); index++) {
                statement.setString(index + 1, sql.binds().get(index));
            }
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    reader.read(results);
                }
            }
        }
    }

    @FunctionalInterface
    interface RowReader<T> {
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
