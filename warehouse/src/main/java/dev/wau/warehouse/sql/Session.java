package dev.wau.warehouse.sql;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.activity.Connections;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection, with statements that bind their values and fail with the dialect's meaning of an error. Instants are
 * bound and read as UTC timestamps. Used by one thread.
 *
 * <p>DuckDB answers a commit after a failed statement with success and keeps nothing, PostgreSQL turns it into a rollback:
 * so a session remembers that a statement failed, and refuses to go on.
 */
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final SqlDialect dialect;
    private boolean failed;

    /** On this connection, which it closes. */
    public Session(Connection connection, SqlDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work on the connection itself. */
    @FunctionalInterface
    public interface Work {
        void run(Connection connection) throws SQLException;
    }

    /** How this warehouse's SQL differs. */
    public SqlDialect dialect() {
        return dialect;
    }

    /** Runs a statement and returns how many rows it changed. */
    public long update(String sql, @Nullable Object... values) {
        requireSound();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
            return Math.max(0, statement.getLargeUpdateCount());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** Runs a query and reads all its rows, one after the other. */
    public void each(String sql, RowTaker taker, @Nullable Object... values) {
        requireSound();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    taker.take(result);
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a query and reads all its rows. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)), values);
        return rows;
    }

    /** Runs a query of one number. */
    public long number(String sql, @Nullable Object... values) {
        return list(sql, row -> row.getLong(1), values).get(0);
    }

    /** Runs work on the connection itself. */
    public void run(Work work) {
        requireSound();
        try {
            work.run(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** A list to bind, of values of this type. */
    Array array(String type, Collection<?> values) {
        requireSound();
        try {
            return connection.createArrayOf(type.toLowerCase(Locale.ROOT), values.toArray());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** This session's one connection, for who asks the numbers; releasing it leaves it open. */
    Connections connections() {
        requireSound();
        return new Connections() {
            @Override
            public Connection open() {
                return connection;
            }

            @Override
            public void release(Connection same) {}
        };
    }

    /** Begins a transaction that sees one moment, where the driver knows how. */
    public void oneMoment() {
        run(same -> {
            same.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            same.setAutoCommit(false);
        });
    }

    /** Takes back what the transaction did; the connection can't be used for another. */
    public void rollback() {
        failed = true;
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // No transaction is active any more: closing the connection leaves nothing behind.
            return;
        }
    }

    /** A UTC timestamp of a result. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private WauException failure(SQLException e) {
        failed = true;
        return dialect.failure(e, "The warehouse failed a statement");
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

    private static @Nullable Object bound(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return utc(instant);
        }
        return value;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw dialect.failure(e, "Cannot close the warehouse's connection");
        }
    }
}
