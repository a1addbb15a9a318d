package dev.wau.warehouse.duckdb;

import dev.wau.load.ColumnPlan;
import dev.wau.load.FileRows;
import dev.wau.model.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A cursor over the rows of some files, on a connection of its own. */
final class DuckDbRows implements FileRows {

    private static final String SELECT = """
            SELECT *, epoch_us(event_time) AS "event micros" FROM (
                SELECT *, false AS "is suppressed" FROM wau_audit_logs WHERE file_id IN (%1$s)
                UNION ALL BY NAME
                SELECT *, true AS "is suppressed" FROM wau_suppressed WHERE file_id IN (%1$s))
            ORDER BY file_id, line""";

    private final DuckDBConnection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final Set<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable UUID hash;

    private DuckDbRows(DuckDBConnection connection, Collection<FileId> files, Set<String> columns) throws SQLException {
        this.connection = connection;
        this.columns = columns;
        statement = connection.createStatement();
        rows = statement.executeQuery(SELECT.formatted(files.stream()
                .map(FileId::toString)
                .collect(Collectors.joining(", ", "", files.isEmpty() ? "0" : ""))));
        for (int place = 1; place <= rows.getMetaData().getColumnCount(); place++) {
            places.put(rows.getMetaData().getColumnName(place), place);
        }
    }

    static DuckDbRows open(DuckDbWarehouse warehouse, Collection<FileId> files) {
        Set<String> columns = new TreeSet<>(ColumnPlan.FIXED);
        try (Session session = warehouse.session()) {
            columns.addAll(DuckDbSchema.furtherColumns(session));
        }
        DuckDBConnection connection = warehouse.connect();
        try {
            return new DuckDbRows(connection, files, columns);
        } catch (SQLException e) {
            new Session(connection).close();
            throw Session.failure(e, "Cannot read the rows of " + files.size() + " files");
        }
    }

    @Override
    public boolean next() {
        hash = null;
        return read(ResultSet::next);
    }

    @Override
    public FileId file() {
        return new FileId(read(row -> row.getLong(place("file_id"))));
    }

    @Override
    public long line() {
        return read(row -> row.getLong(place("line")));
    }

    @Override
    public long timeMicros() {
        return read(row -> row.getLong(place("event micros")));
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
        UUID known = hash;
        if (known == null) {
            known = read(row -> row.getObject(place("event_hash"), UUID.class));
            hash = known;
        }
        return known;
    }

    @Override
    public boolean suppressed() {
        return read(row -> row.getBoolean(place("is suppressed")));
    }

    private int place(String column) {
        return Objects.requireNonNull(places.get(column));
    }

    @Override
    public Set<String> columns() {
        return columns;
    }

    @Override
    public @Nullable String text(String column) {
        if (!columns.contains(column) && !column.equals("details")) {
            return null;
        }
        try {
            return rows.getString(place(column));
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
