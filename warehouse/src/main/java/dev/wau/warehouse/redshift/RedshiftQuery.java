package dev.wau.warehouse.redshift;

import dev.wau.load.RowSink;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.ResultRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs one query of a user in a read-only transaction of its own. */
final class RedshiftQuery {

    private final RedshiftConnections connections;

    RedshiftQuery(RedshiftConnections connections) {
        this.connections = connections;
    }

    /** Hands the rows over; says whether there are more. */
    boolean run(String sql, int limit, RowSink sink) {
        String query = one(sql);
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN READ ONLY");
            boolean more;
            try (ResultSet rows =
                    statement.executeQuery("SELECT * FROM (" + query + "\n) wau_query LIMIT " + (limit + 1L))) {
                more = new ResultRows(sink, limit).take(rows);
            }
            statement.execute("ROLLBACK");
            return more;
        } catch (SQLException e) {
            throw new WauException(ErrorCode.INVALID_QUERY, "Invalid query: " + RedshiftErrors.message(e), e);
        }
    }

    /**
     * One statement: the driver sends each of several on its own, and the first could end the read-only transaction. Where
     * a text ends is not worth knowing for it.
     */
    private static String one(String sql) {
        String query = sql.strip();
        while (query.endsWith(";")) {
            query = query.substring(0, query.length() - 1).strip();
        }
        if (query.contains(";")) {
            throw new WauException(
                    ErrorCode.INVALID_QUERY, "Invalid query: it has a ';' (one SELECT; in a text write chr(59))");
        }
        return query;
    }
}
