package dev.wau.warehouse.sql;

import dev.wau.load.ColumnPlan;
import dev.wau.load.FileRows;
import dev.wau.model.FileId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A cursor over the rows of some files, on a connection of its own. */
final class SqlRows implements FileRows {

    private static final String SELECT = """
            SELECT file_id, line, event_hash, %3$s AS "event micros", %4$s AS details, %2$s, false AS "is suppressed"
            FROM wau_audit_logs WHERE file_id IN (%1$s)
            UNION ALL
            SELECT file_id, line, event_hash, %3$s, %4$s, %2$s, true FROM wau_suppressed WHERE file_id IN (%1$s)
            ORDER BY file_id, line""";

    /** Rows that the driver holds at once, where it would hold all of them otherwise. */
    private static final int FETCH = 2_000;

    private final Session session;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final Set<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable UUID hash;

    private SqlRows(Session session, Connection connection, String sql, Set<String> columns) throws SQLException {
        this.session = session;
        this.connection = connection;
        this.columns = columns;
        // PostgreSQL's driver gives rows as they come only inside a transaction.
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        statement.setFetchSize(FETCH);
        rows = statement.executeQuery(sql);
        for (int place = 1; place <= rows.getMetaData().getColumnCount(); place++) {
            places.put(rows.getMetaData().getColumnName(place), place);
        }
    }

    /** On this session, which it closes. */
    static SqlRows open(Session session, Collection<FileId> files) {
        Set<String> columns = new TreeSet<>(ColumnPlan.FIXED);
        columns.addAll(Tables.furtherColumns(session));
        String ids =
                files.stream().map(FileId::toString).collect(Collectors.joining(", ", "", files.isEmpty() ? "0" : ""));
        String sql = SELECT.formatted(
                ids,
                Identifiers.list("", columns),
                session.dialect().epochMicros("event_time"),
                session.dialect().detailsText("details"));
        List<SqlRows> opened = new ArrayList<>();
        try {
            session.run(connection -> opened.add(new SqlRows(session, connection, sql, columns)));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        return opened.get(0);
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
            known = read(row -> session.dialect().hash(row, place("event_hash")));
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
            return column.equals("details")
                    ? session.dialect().details(rows, place(column))
                    : rows.getString(place(column));
        } catch (SQLException e) {
            throw session.dialect().failure(e, "Cannot read a row");
        }
    }

    private <T> T read(Session.RowReader<T> reader) {
        try {
            return reader.read(rows);
        } catch (SQLException e) {
            throw session.dialect().failure(e, "Cannot read a row");
        }
    }

    @Override
    public void close() {
        try (session;
                statement) {
            rows.close();
            connection.rollback();
        } catch (SQLException e) {
            throw session.dialect().failure(e, "Cannot close a cursor");
        }
    }
}
