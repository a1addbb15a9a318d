package dev.wau.warehouse.postgresql;

import dev.wau.analyse.ActivityStore;
import dev.wau.load.CommitOutcome;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.RowSink;
import dev.wau.load.TableShape;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Look;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.activity.RollupActivityStore;
import dev.wau.warehouse.sql.Ending;
import dev.wau.warehouse.sql.MissingTables;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.Shapes;
import dev.wau.warehouse.sql.SqlHistory;
import dev.wau.warehouse.sql.SqlTransaction;
import dev.wau.warehouse.sql.Stamps;
import dev.wau.warehouse.sql.Tables;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A warehouse in one schema of a PostgreSQL database. One transaction loads at a time, whichever process it is of; readers
 * are never kept waiting by it, but for the moment in which a column is added. Thread-safe; every piece of work has a
 * connection of its own.
 */
public final class PostgresWarehouse implements Warehouse, Ending {

    /** What its URLs start with; {@code //host:port/database} follows. */
    public static final String SCHEME = "jdbc:postgresql:";

    private final PostgresConnections connections;
    private final Access access;
    private final WriterLock lock;
    private final Stamps stamps = new Stamps(InstantSource.system());

    private PostgresWarehouse(PostgresConnections connections, Access access) {
        this.connections = connections;
        this.access = access;
        this.lock = new WriterLock(connections);
    }

    /**
     * Opens a warehouse; see {@link dev.wau.warehouse.Warehouses#open}.
     * The setting's patience is how long a run waits for the one before it.
     */
    public static Warehouse open(String url, WarehouseSetting setting) {
        Access access = setting.access();
        PostgresConnections connections = new PostgresConnections(url, access, setting.patience());
        try (Session session = connections.session()) {
            PostgresTables tables = new PostgresTables(session, connections.name());
            tables.requireSupport();
            if (access == Access.READ_WRITE) {
                tables.create();
            } else {
                tables.requireThere();
            }
        }
        return new PostgresWarehouse(connections, access);
    }

    /** Asks it of itself; see {@link dev.wau.warehouse.Warehouses#look}. */
    public static Look look(String url, WarehouseSetting setting) {
        PostgresConnections connections = new PostgresConnections(url, Access.READ_ONLY, setting.patience());
        try (Session session = connections.session()) {
            new PostgresTables(session, connections.name()).requireSupport();
            String version =
                    session.list("SHOW server_version", row -> row.getString(1)).get(0);
            long now = session.number("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)");
            return new Look(
                    "PostgreSQL " + version,
                    Instant.ofEpochMilli(now),
                    Tables.form(session),
                    MissingTables.of(session));
        }
    }

    @Override
    public LoadTransaction begin(LoadRun run) {
        if (access == Access.READ_ONLY) {
            throw new WauException(
                    ErrorCode.INTERNAL, "Cannot load: the warehouse " + connections.name() + " is open for reading");
        }
        return SqlTransaction.begin(lock.begin(), run, stamps, this);
    }

    /** PostgreSQL doesn't say that it committed unless it did. */
    @Override
    public CommitOutcome answered(RunId run) {
        return CommitOutcome.COMMITTED;
    }

    @Override
    public CommitOutcome unanswered(RunId run) {
        return outcome(run);
    }

    @Override
    public void over() {
        // The lock went with the transaction.
    }

    /**
     * The run's own transaction may still be on its way, and its row invisible: so this waits for the lock that every run
     * holds to its end. Who has the lock sees what became of all before.
     */
    @Override
    public CommitOutcome outcome(RunId run) {
        try (Session session = lock.begin()) {
            boolean known = session.number("SELECT count(*) FROM wau_runs WHERE run = ?", run.value()) > 0;
            session.rollback();
            return known ? CommitOutcome.COMMITTED : CommitOutcome.ROLLED_BACK;
        } catch (WauException e) {
            return CommitOutcome.UNKNOWN;
        }
    }

    @Override
    public TableShape shape() {
        try (Session session = connections.session()) {
            return Shapes.of(
                    session,
                    "postgresql",
                    session.list("SELECT current_database()", row -> row.getString(1))
                            .get(0),
                    session.list("SELECT current_schema()", row -> row.getString(1))
                            .get(0),
                    "SELECT column_name, data_type FROM information_schema.columns"
                            + " WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position",
                    Shapes.TABLE);
        }
    }

    @Override
    public LoadHistory history() {
        return new SqlHistory(connections::session);
    }

    @Override
    public ActivityStore activity() {
        return new RollupActivityStore(connections::open);
    }

    @Override
    public boolean query(String sql, int limit, RowSink sink) {
        return new PostgresQuery(connections).run(sql, limit, sink);
    }

    /** Nothing is held between two pieces of work. */
    @Override
    public void close() {}
}
