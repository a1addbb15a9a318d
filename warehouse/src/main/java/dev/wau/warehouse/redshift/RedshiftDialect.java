package dev.wau.warehouse.redshift;

import dev.wau.analyse.ActivityStore;
import dev.wau.csv.RowIdentity;
import dev.wau.load.FileToLoad;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import dev.wau.warehouse.activity.Connections;
import dev.wau.warehouse.activity.JdbcActivityStore;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileHeader;
import dev.wau.warehouse.sql.FileHeaders;
import dev.wau.warehouse.sql.Members;
import dev.wau.warehouse.sql.Rollups;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.SqlDialect;
import dev.wau.warehouse.sql.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Redshift's own ways, of a session that reads; {@link RedshiftRun} adds those of one that loads.
 *
 * <p>Types: a text is as long as Redshift has them; a hash is the text of its UUID, because bytes can't be a distribution
 * key; JSON is SUPER, which is made of bytes, because a text may be too short for it.
 */
class RedshiftDialect implements SqlDialect {

    /** Bytes of the longest text; the limit of records' fields follows it. */
    static final int LONGEST_TEXT = 65_535;

    private static final SqlTypes TYPES = new SqlTypes(
            "VARCHAR(" + LONGEST_TEXT + ")", "", "VARCHAR(36)", "SUPER", "VARBYTE(16777216)", "VARBYTE(16777216)");

    private static final Rollups ROLLUPS = new QuarterRollups();

    /** More stand in a temporary table instead of in the statement. */
    private static final int MOST_IN_A_STATEMENT = 1_000;

    private final Supplier<String> schema;

    /** Of temporary tables, so that each has a name of its own. */
    private final AtomicLong tables = new AtomicLong();

    /**
     * @param schema that the tables are in
     */
    RedshiftDialect(Supplier<String> schema) {
        this.schema = schema;
    }

    @Override
    public SqlTypes types() {
        return TYPES;
    }

    @Override
    public Rollups rollups() {
        return ROLLUPS;
    }

    @Override
    public ActivityStore activity(Connections connections) {
        return JdbcActivityStore.overRollup(connections);
    }

    /**
     * Equal rows meet on one node, however unevenly customers and users are active, and a load compares hashes only; new
     * rows are mostly the newest, so blocks are in order without a vacuum, and both a load and a report skip all others.
     */
    @Override
    public String rowLayout() {
        return " DISTSTYLE KEY DISTKEY (event_hash) COMPOUND SORTKEY (event_time, customer)";
    }

    @Override
    public Members texts(Session session, Collection<String> values) {
        return values.size() > MOST_IN_A_STATEMENT ? tabled(session, "VARCHAR(4096)", values) : listed(values);
    }

    @Override
    public Members numbers(Session session, Collection<Long> values) {
        return values.size() > MOST_IN_A_STATEMENT ? tabled(session, "BIGINT", values) : listed(values);
    }

    /** In a temporary table, which goes with the session. */
    private Members tabled(Session session, String type, Collection<?> values) {
        String table = "members_" + tables.incrementAndGet();
        session.update("CREATE TEMP TABLE " + table + " (value " + type + ")");
        insert(
                session,
                table,
                values.stream()
                        .map(value -> Collections.<@Nullable Object>singletonList(value))
                        .toList());
        return new Members("SELECT value FROM " + table, List.of());
    }

    private static Members listed(Collection<?> values) {
        // No value is NULL, so nothing is a member of this.
        return values.isEmpty()
                ? new Members("NULL", List.of())
                : new Members(String.join(", ", Collections.nCopies(values.size(), "?")), List.copyOf(values));
    }

    @Override
    public String json(String stagedDetails) {
        return "JSON_PARSE(" + stagedDetails + ")";
    }

    @Override
    public String epochMicros(String column) {
        return "DATEDIFF(microsecond, TIMESTAMP '1970-01-01 00:00:00', " + column + ")";
    }

    @Override
    public UUID hash(ResultSet row, int place) throws SQLException {
        return UUID.fromString(row.getString(place));
    }

    @Override
    public String detailsText(String column) {
        return "JSON_SERIALIZE_TO_VARBYTE(" + column + ")";
    }

    @Override
    public @Nullable String details(ResultSet row, int place) throws SQLException {
        byte[] json = row.getBytes(place);
        return json == null ? null : new String(json, StandardCharsets.UTF_8);
    }

    /** Its nodes group what they have. */
    @Override
    public long mostGrouped() {
        return Long.MAX_VALUE;
    }

    /** Some hundred rows by each statement; a run has a better way for many. */
    @Override
    public void insert(Session session, String table, Iterable<? extends List<@Nullable Object>> rows) {
        new RowInserts(session, table).insert(rows);
    }

    @Override
    public List<String> columns(Session session, String table) {
        return session.list(
                "SELECT column_name FROM svv_columns WHERE table_schema = ? AND table_name = ?",
                row -> row.getString(1),
                schema.get(),
                table);
    }

    @Override
    public String tables() {
        return "SELECT table_name FROM svv_tables WHERE table_schema = '"
                + schema.get().replace("'", "''") + "'";
    }

    /** The driver holds some rows at a time. */
    @Override
    public void eachOfMany(Session session, String sql, Session.RowTaker taker, @Nullable Object... values) {
        session.each(sql, taker, values);
    }

    @Override
    public Map<FileId, FileHeader> headers(List<FileToLoad> files) {
        return FileHeaders.read(files);
    }

    @Override
    public void columnsComing(Collection<String> names) {
        throw readsOnly();
    }

    /** Files are read in many places. */
    @Override
    public boolean comparesWhileFed() {
        return false;
    }

    @Override
    public void aboutToRead(Session session) {
        throw readsOnly();
    }

    @Override
    public long feed(Session session, Feeding feeding) {
        throw readsOnly();
    }

    @Override
    public void enterRejects(Session session, Collection<Long> files) {
        throw readsOnly();
    }

    private static WauException readsOnly() {
        return new WauException(ErrorCode.INTERNAL, "Cannot load: this session only reads");
    }

    @Override
    public void fed(Session session, RowIdentity identity) {}

    /** Redshift analyzes its tables itself. */
    @Override
    public void filled(Session session, List<String> tables) {}

    /** Each of its transactions sees one moment. */
    @Override
    public void wholeTables(Session session) {
        session.update("BEGIN READ ONLY");
    }

    @Override
    public void identityChosen(Session session, RowIdentity identity) {}

    @Override
    public void commit(Session session) {
        session.update("COMMIT");
    }

    @Override
    public WauException failure(SQLException e, String what) {
        return RedshiftErrors.failure(e, what);
    }
}
