package dev.wau.warehouse.sql;

import dev.wau.load.RowSink;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands the rows of a user's query over, up to a limit, whatever their types. Used by one thread, for one query. */
public final class ResultRows {

    private final RowSink sink;
    private final int limit;
    private boolean named;
    private int read;

    public ResultRows(RowSink sink, int limit) {
        this.sink = sink;
        this.limit = limit;
    }

    /** How many rows were handed over. */
    public long read() {
        return read;
    }

    /** Takes a result, or the next part of one; whether there are rows beyond the limit. */
    public boolean take(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        int columns = meta.getColumnCount();
        if (!named) {
            named = true;
            sink.columns(names(meta));
        }
        while (read < limit && rows.next()) {
            List<@Nullable Object> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                row.add(value(rows, i, meta));
            }
            sink.row(row);
            read++;
        }
        return read == limit && rows.next();
    }

    private static List<String> names(ResultSetMetaData meta) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        return columns;
    }

    private static @Nullable Object value(ResultSet rows, int column, ResultSetMetaData meta) throws SQLException {
        if (meta.getColumnType(column) == Types.TIMESTAMP) {
            return time(rows, column, meta.getColumnTypeName(column));
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

    /** Read as local: java.sql.Timestamp would take it through the machine's zone and its gaps. */
    private static @Nullable String time(ResultSet rows, int column, String type) throws SQLException {
        if (type.equals("timestamptz")) {
            OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant().toString();
        }
        LocalDateTime time = rows.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC).toString();
    }
}
