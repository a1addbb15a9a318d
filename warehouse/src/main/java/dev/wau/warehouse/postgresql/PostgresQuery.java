package dev.wau.warehouse.postgresql;

import dev.wau.load.RowSink;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.ResultRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs one query of a user in a read-only transaction of its own. The text reaches the server as a value, and the server
 * opens a cursor for it: so it is the server that refuses whatever isn't exactly one query.
 */
final class PostgresQuery {

    private static final String OFFER = "SELECT set_config('wau.query', ?, true)";

    private static final String OPEN = """
            DO $wau$
            DECLARE asked refcursor := 'wau_query';
            BEGIN OPEN asked FOR EXECUTE current_setting('wau.query'); END $wau$""";

    private static final String FETCH = "FETCH FORWARD 1000 FROM wau_query";

    private final PostgresConnections connections;

    PostgresQuery(PostgresConnections connections) {
        this.connections = connections;
    }

    /** Hands the rows over; says whether there are more. */
    boolean run(String sql, int limit, RowSink sink) {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN READ ONLY");
            offer(connection, sql);
            statement.execute(OPEN);
            boolean more = read(statement, new ResultRows(sink, limit));
            statement.execute("ROLLBACK");
            return more;
        } catch (SQLException e) {
            throw new WauException(ErrorCode.INVALID_QUERY, "Invalid query: " + PostgresErrors.message(e) + rule(e), e);
        }
    }

    private static void offer(Connection connection, String sql) throws SQLException {
        try (PreparedStatement offer = connection.prepareStatement(OFFER)) {
            offer.setString(1, sql);
            offer.execute();
        }
    }

    /** "Cannot open a cursor" and "read-only transaction" are how, not why. */
    private static String rule(SQLException e) {
        return String.valueOf(e.getSQLState()).matches("42P11|25006")
                ? " (one SELECT; the warehouse is open for reading)"
                : "";
    }

    private static boolean read(Statement statement, ResultRows rows) throws SQLException {
        while (true) {
            try (ResultSet some = statement.executeQuery(FETCH)) {
                long before = rows.read();
                if (rows.take(some)) {
                    return true;
                }
                if (rows.read() == before) {
                    return false;
                }
            }
        }
    }
}
