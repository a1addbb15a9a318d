package dev.wau.warehouse.duckdb;

import dev.wau.load.RowSink;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.ResultRows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/**
 * Runs one query of a user on a connection of its own. DuckDB's parser says whether the text is exactly one SELECT (a
 * read-only transaction alone would let COPY write files and SET change settings), and the transaction is read-only.
 */
final class DuckDbQuery {

    /**
     * Splits what the parser says about a text: the error, the number of statements. Anything but SELECT (and what is
     * one to DuckDB: VALUES, FROM, DESCRIBE, SHOW, SUMMARIZE) is an error.
     */
    private static final String PARSE = """
            SELECT CASE WHEN parsed->>'error_type' = 'not implemented' THEN 'not a SELECT'
                ELSE coalesce(parsed->>'error_message', '') END,
                coalesce(json_array_length(parsed, '$.statements'), 0)
            FROM (SELECT json_serialize_sql(?::VARCHAR)::JSON AS parsed)""";

    private final DuckDBConnection connection;

    DuckDbQuery(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Hands the rows over; says whether there are more. */
    boolean run(String sql, int limit, RowSink sink) throws SQLException {
        requireOneSelect(sql);
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("BEGIN TRANSACTION READ ONLY");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                return new ResultRows(sink, limit).take(rows);
            } finally {
                transaction.execute("ROLLBACK");
            }
        }
    }

    private void requireOneSelect(String sql) throws SQLException {
        try (PreparedStatement parse = connection.prepareStatement(PARSE)) {
            parse.setString(1, sql);
            try (ResultSet parsed = parse.executeQuery()) {
                parsed.next();
                String error = parsed.getString(1);
                int statements = parsed.getInt(2);
                if (!error.isEmpty() || statements != 1) {
                    throw new WauException(
                            ErrorCode.INVALID_QUERY,
                            "Invalid query: " + (error.isEmpty() ? statements + " statements" : error)
                                    + " (one SELECT; the warehouse is open for reading)");
                }
            }
        }
    }
}
