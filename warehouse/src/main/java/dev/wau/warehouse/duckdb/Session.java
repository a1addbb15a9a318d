package dev.wau.warehouse.duckdb;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One connection, with statements that bind their values and fail with {@code WAREHOUSE_FAILED}. Instants are bound and
 * read as UTC timestamps, collections as lists. Used by one thread.
 *
 * <p>DuckDB answers a commit after a failed statement with success and keeps nothing: so a session remembers that a
 * statement failed, and refuses to go on.
 */
final class Session implements AutoCloseable {

    private final DuckDBConnection connection;
    private boolean failed;

    Session(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work on the connection itself. */
    @FunctionalInterface
    interface Work {
        void run(DuckDBConnection connection) throws SQLException;
    }

    /** Runs a statement and returns how many rows it changed. */
    long update(String sql, @Nullable Object... values) {
        requireSound();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
            return Math.max(0, statement.getLargeUpdateCount());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a query and reads all its rows. */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        requireSound();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a query of one number. */
    long number(String sql, @Nullable Object... values) {
        return list(sql, row -> row.getLong(1), values).get(0);
    }

    /**
     * Runs an insert whose rows may come in any order, on all threads. Never a query: without insertion order, DuckDB 2.0.0
     * gives the chunks of a large result in any order too, whatever its ORDER BY says.
     */
    <T> T unordered(Supplier<T> insert) {
        update("SET SESSION preserve_insertion_order = false");
        T result = insert.get();
        update("SET SESSION preserve_insertion_order = true");
        return result;
    }

    /** Runs work on the connection itself. */
    void run(Work work) {
        requireSound();
        try {
            work.run(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Takes back what the transaction did; the connection can't be used for another. */
    void rollback() {
        failed = true;
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // No transaction is active any more: closing the connection leaves nothing behind.
            return;
        }
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static WauException failure(SQLException e, String what) {
        return new WauException(ErrorCode.WAREHOUSE_FAILED, what + ": " + e.getMessage(), e);
    }

    private WauException failure(SQLException e) {
        failed = true;
        return failure(e, "The warehouse failed a statement");
    }

    private void requireSound() {
        if (failed) {
            throw new WauException(ErrorCode.WAREHOUSE_FAILED, "Cannot go on: a statement of this transaction failed");
        }
    }

    private void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, bound(values[i]));
        }
    }

    private @Nullable Object bound(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return utc(instant);
        }
        if (value instanceof Collection<?> collection) {
            String type = collection.stream().allMatch(Long.class::isInstance) ? "BIGINT" : "VARCHAR";
            try {
                return connection.createArrayOf(type, collection.toArray());
            } catch (SQLException e) {
                throw failure(e);
            }
        }
        return value;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e, "Cannot close the warehouse's connection");
        }
    }
}
