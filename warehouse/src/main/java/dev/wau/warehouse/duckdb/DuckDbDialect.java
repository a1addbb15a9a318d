package dev.wau.warehouse.duckdb;

import dev.wau.csv.RowIdentity;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.ApartRows;
import dev.wau.warehouse.sql.FeedReader;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.Identifiers;
import dev.wau.warehouse.sql.InProcessDialect;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.SqlTypes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB's own ways. One for each warehouse, since it has the warehouse's table function. */
final class DuckDbDialect extends InProcessDialect {

    private static final String INSERT_STAGED = """
            INSERT INTO staged (customer, event_time, file_id, line, event_hash, details, ${columns})
            SELECT r.customer, r.event_time, r.file_id, r.line, r."${hash}"::UUID, r.details, ${r.columns}
            FROM ${function}() r""";

    private static final String INSERT_STRAIGHT = """
            INSERT INTO wau_audit_logs (customer, event_time, file_id, line, event_hash, details, occurrence, ${columns})
            SELECT r.customer, r.event_time, r.file_id, r.line, r."${hash}"::UUID, r.details, 1, ${r.columns}
            FROM ${function}() r WHERE r."${apart}" = 0""";

    private static final SqlTypes TYPES =
            new SqlTypes("VARCHAR", " USING COMPRESSION uncompressed", "UUID", "JSON", "VARCHAR", "BLOB");

    private final FileFeed feed = new FileFeed();

    DuckDbDialect() {
        super(DuckDbDialect::quarter);
    }

    /** Makes the warehouse ready to load, once. */
    void prepare(Session session) {
        session.run(connection -> feed.register(duckDb(connection)));
    }

    @Override
    public SqlTypes types() {
        return TYPES;
    }

    @Override
    public String epochMicros(String column) {
        return "epoch_us(" + column + ")";
    }

    /** Whole division rounds towards zero, so the rest is taken away before. */
    private static String quarter(String column) {
        return "(epoch_us(" + column + ") - (epoch_us(" + column
                + ") % 900000000 + 900000000) % 900000000) // 900000000";
    }

    @Override
    public void insert(Session session, String table, Iterable<? extends List<@Nullable Object>> rows) {
        session.run(connection -> {
            try (DuckDBAppender appender = duckDb(connection).createAppender(table)) {
                for (List<@Nullable Object> row : rows) {
                    AppendedRow.append(appender, row);
                }
            }
        });
    }

    /** {@code information_schema} looks through all tables of the database: that takes longer than a small load. */
    @Override
    public List<String> columns(Session session, String table) {
        return session.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table);
    }

    /** Half of what {@code information_schema} takes: some 10 and 20 ms as the first query of a large warehouse. */
    @Override
    public String tables() {
        return "SELECT table_name FROM duckdb_tables()"
                + " WHERE database_name = current_database() AND schema_name = current_schema()";
    }

    /** The rows stand outside of the heap. */
    @Override
    public void eachOfMany(Session session, String sql, Session.RowTaker taker, @Nullable Object... values) {
        session.each(sql, taker, values);
    }

    @Override
    public void columnsComing(Collection<String> names) {}

    @Override
    public long feed(Session session, Feeding feeding) {
        ApartRows apart = feeding.apart();
        FileFeed.Offer files = new FileFeed.Offer(feeding, feeding.threads(), true, () -> new FeedReader(feeding));
        long rows = insert(session, apart == null ? INSERT_STAGED : INSERT_STRAIGHT, files);
        if (apart != null && !apart.isEmpty() && !feeding.failed()) {
            insert(session, INSERT_STAGED, new FileFeed.Offer(feeding, 1, false, apart::source));
        }
        return apart == null ? 0 : rows;
    }

    private long insert(Session session, String sql, FileFeed.Offer offer) {
        feed.offer(offer);
        try {
            return unordered(
                    session,
                    sql.replace(
                                    "${columns}",
                                    Identifiers.list("", offer.feeding().columns()))
                            .replace(
                                    "${r.columns}",
                                    Identifiers.list("r.", offer.feeding().columns()))
                            .replace("${function}", Identifiers.quote(feed.name()))
                            .replace("${hash}", RowChunk.HASH)
                            .replace("${apart}", RowChunk.APART));
        } finally {
            feed.end();
        }
    }

    /**
     * Runs an insert whose rows may come in any order, on all threads. Never a query: without insertion order, DuckDB 2.0.0
     * gives the chunks of a large result in any order too, whatever its ORDER BY says.
     */
    private static long unordered(Session session, String insert) {
        session.update("SET SESSION preserve_insertion_order = false");
        long rows = session.update(insert);
        session.update("SET SESSION preserve_insertion_order = true");
        return rows;
    }

    /** DuckDB knows the sizes of its tables. */
    @Override
    public void filled(Session session, List<String> tables) {}

    @Override
    public void wholeTables(Session session) {
        session.oneMoment();
    }

    @Override
    public void fed(Session session, RowIdentity identity) {}

    @Override
    public void identityChosen(Session session, RowIdentity identity) {}

    @Override
    public void commit(Session session) {
        session.update("COMMIT");
    }

    @Override
    public WauException failure(SQLException e, String what) {
        return DuckDbErrors.failure(e, what);
    }

    private static DuckDBConnection duckDb(Connection connection) throws SQLException {
        return connection.unwrap(DuckDBConnection.class);
    }
}
