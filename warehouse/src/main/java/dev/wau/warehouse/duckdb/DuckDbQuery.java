package dev.wau.warehouse.duckdb;

import dev.wau.load.RowSink;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

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
                return read(rows, limit, sink);
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

    private static boolean read(ResultSet rows, int limit, RowSink sink) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        sink.columns(columns);
        int read = 0;
        while (read < limit && rows.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(value(rows, i, meta.getColumnType(i)));
            }
            sink.row(row);
            read++;
        }
        return read == limit && rows.next();
    }

    private static @Nullable Object value(ResultSet rows, int column, int type) throws SQLException {
        if (type == Types.TIMESTAMP) {
            // Read as local: java.sql.Timestamp would take it through the machine's zone and its gaps.
            LocalDateTime time = rows.getObject(column, LocalDateTime.class);
            return time == null ? null : time.toInstant(ZoneOffset.UTC).toString();
        }
        Object value = rows.getObject(column);
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return rows.getString(column);
    }
}
