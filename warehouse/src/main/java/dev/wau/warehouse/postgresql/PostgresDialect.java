package dev.wau.warehouse.postgresql;

import dev.wau.csv.RowIdentity;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.ApartRows;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.InProcessDialect;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.SqlTypes;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own ways. */
final class PostgresDialect extends InProcessDialect {

    private static final int ROWS_A_BATCH = 1_000;
    private static final int MOST_MILLIS_TO_COMMIT = 60_000;

    /** What a join of {@code staged} goes by; its texts can be hundreds of columns. */
    private static final String STAGED_KEYS = "staged (customer, event_time, file_id, line, event_hash)";

    private static final String FETCH = "FETCH 10000 FROM wau_rows";

    /** Not JSONB: it keeps the members, not the text, and the text is what other warehouses hold. */
    private static final SqlTypes TYPES =
            new SqlTypes("VARCHAR COLLATE \"C\"", "", "UUID", "JSON", "VARCHAR COLLATE \"C\"", "BYTEA");

    private final PostgresConnections connections;

    PostgresDialect(PostgresConnections connections) {
        super(PostgresDialect::quarter);
        this.connections = connections;
    }

    @Override
    public SqlTypes types() {
        return TYPES;
    }

    @Override
    public String epochMicros(String column) {
        return "(extract(epoch FROM " + column + ") * 1000000)::BIGINT";
    }

    private static String quarter(String column) {
        return "floor(extract(epoch FROM " + column + ") / 900)::BIGINT";
    }

    @Override
    public void insert(Session session, String table, Iterable<? extends List<@Nullable Object>> rows) {
        Iterator<? extends List<@Nullable Object>> iterator = rows.iterator();
        if (!iterator.hasNext()) {
            return;
        }
        List<@Nullable Object> first = iterator.next();
        String places = String.join(", ", Collections.nCopies(first.size(), "?"));
        session.run(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
                add(statement, first);
                int waiting = 1;
                while (iterator.hasNext()) {
                    add(statement, iterator.next());
                    if (++waiting == ROWS_A_BATCH) {
                        statement.executeBatch();
                        waiting = 0;
                    }
                }
                statement.executeBatch();
            }
        });
    }

    private static void add(PreparedStatement statement, List<@Nullable Object> row) throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            statement.setObject(i + 1, row.get(i));
        }
        statement.addBatch();
    }

    @Override
    public void columnsComing(Collection<String> names) {
        new NewColumns(connections).add(names);
    }

    @Override
    public List<String> columns(Session session, String table) {
        return session.list(
                "SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = current_schema() AND table_name = ?",
                row -> row.getString(1),
                table);
    }

    /** Of PostgreSQL's own catalog: the standard's shows only what this user has a right to, as if nothing else were there. */
    @Override
    public String tables() {
        return "SELECT CAST(relname AS text) AS table_name FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'f')"
                + " AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())";
    }

    /** A cursor: outside of the driver's own transactions, it would hold all rows of a result. */
    @Override
    public void eachOfMany(Session session, String sql, Session.RowTaker taker, @Nullable Object... values) {
        session.update("DECLARE wau_rows NO SCROLL CURSOR FOR " + sql, values);
        long[] rows = {1};
        while (rows[0] > 0) {
            rows[0] = 0;
            session.each(FETCH, row -> {
                rows[0]++;
                taker.take(row);
            });
        }
        session.update("CLOSE wau_rows");
    }

    @Override
    public long feed(Session session, Feeding feeding) {
        long[] rows = new long[1];
        session.run(connection -> rows[0] = CopyFeed.of(connection, feeding).run());
        ApartRows apart = feeding.apart();
        if (apart == null) {
            return 0;
        }
        if (!apart.isEmpty() && !feeding.failed()) {
            session.run(
                    connection -> CopyFeed.ofApart(connection, feeding, apart).run());
        }
        return rows[0];
    }

    /**
     * Nothing else tells the planner how many rows a temporary table has. The staged hashes get an index too: until
     * autovacuum has seen what was loaded last, the planner takes few rows for the table's answer and asks the staged
     * rows once for each of them.
     */
    @Override
    public void filled(Session session, List<String> tables) {
        for (String table : tables) {
            String keys = table;
            if (table.equals("staged")) {
                session.update("CREATE INDEX IF NOT EXISTS staged_hash ON staged (event_hash)");
                keys = STAGED_KEYS;
            }
            session.update("ANALYZE " + keys);
        }
    }

    /** Until autovacuum has seen a big load, the planner would look rows up one by one: minutes instead of seconds. */
    @Override
    public void wholeTables(Session session) {
        session.oneMoment();
        session.update("SET enable_nestloop = off");
    }

    @Override
    public void fed(Session session, RowIdentity identity) {
        RowIndexes.complete(session, identity);
    }

    @Override
    public void identityChosen(Session session, RowIdentity identity) {
        RowIndexes.forget(connections);
    }

    /** A network that swallows the reply must not keep the run waiting for ever: what became of it can be asked. */
    @Override
    public void commit(Session session) {
        session.run(connection -> {
            if (connection.getNetworkTimeout() == 0) {
                connection.setNetworkTimeout(Runnable::run, MOST_MILLIS_TO_COMMIT);
            }
        });
        session.update("COMMIT");
    }

    @Override
    public WauException failure(SQLException e, String what) {
        return PostgresErrors.failure(e, what);
    }
}
