package dev.wau.warehouse.duckdb;

import dev.wau.load.ColumnPlan;
import dev.wau.load.FileRows;
import dev.wau.model.FileId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A cursor over one file's rows, on a connection of its own. */
final class DuckDbRows implements FileRows {

    private static final String SELECT = """
            SELECT *, epoch_us(event_time) AS "event micros" FROM (
                SELECT *, false AS "is suppressed" FROM wau_audit_logs WHERE file_id = $1
                UNION ALL BY NAME
                SELECT *, true AS "is suppressed" FROM wau_suppressed WHERE file_id = $1)
            ORDER BY line""";

    private final DuckDBConnection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Set<String> columns;
    private final Set<String> readable;

    private DuckDbRows(DuckDBConnection connection, FileId file, Set<String> columns) throws SQLException {
        this.connection = connection;
        this.columns = columns;
        this.readable = new HashSet<>(columns);
        readable.add("details");
        statement = connection.prepareStatement(SELECT);
        statement.setLong(1, file.value());
        rows = statement.executeQuery();
    }

    static DuckDbRows open(DuckDbWarehouse warehouse, FileId file) {
        Set<String> columns = new TreeSet<>(ColumnPlan.FIXED);
        try (Session session = warehouse.session()) {
            columns.addAll(DuckDbSchema.furtherColumns(session));
        }
        DuckDBConnection connection = warehouse.connect();
        try {
            return new DuckDbRows(connection, file, columns);
        } catch (SQLException e) {
            new Session(connection).close();
            throw Session.failure(e, "Cannot read the rows of file " + file);
        }
    }

    @Override
    public boolean next() {
        return read(ResultSet::next);
    }

    @Override
    public long line() {
        return read(row -> row.getLong("line"));
    }

    @Override
    public long timeMicros() {
        return read(row -> row.getLong("event micros"));
    }

    @Override
    public long hashHigh() {
        return hash().getMostSignificantBits();
    }

    @Override
    public long hashLow() {
        return hash().getLeastSignificantBits();
    }

    private UUID hash() {
        return read(row -> row.getObject("event_hash", UUID.class));
    }

    @Override
    public boolean suppressed() {
        return read(row -> row.getBoolean("is suppressed"));
    }

    @Override
    public Set<String> columns() {
        return columns;
    }

    @Override
    public @Nullable String text(String column) {
        if (!readable.contains(column)) {
            return null;
        }
        try {
            return rows.getString(column);
        } catch (SQLException e) {
            throw Session.failure(e, "Cannot read a row");
        }
    }

    private <T> T read(Session.RowReader<T> reader) {
        try {
            return reader.read(rows);
        } catch (SQLException e) {
            throw Session.failure(e, "Cannot read a row");
        }
    }

    @Override
    public void close() {
        try (connection;
                statement) {
            rows.close();
        } catch (SQLException e) {
            throw Session.failure(e, "Cannot close a cursor");
        }
    }
}
