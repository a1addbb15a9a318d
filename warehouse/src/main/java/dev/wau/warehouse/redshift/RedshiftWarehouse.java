package dev.wau.warehouse.redshift;

import dev.wau.analyse.ActivityStore;
import dev.wau.load.CommitOutcome;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.RedshiftUrl;
import dev.wau.load.RowSink;
import dev.wau.load.TableShape;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Look;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.activity.Connections;
import dev.wau.warehouse.activity.JdbcActivityStore;
import dev.wau.warehouse.sql.MissingTables;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.Shapes;
import dev.wau.warehouse.sql.SqlHistory;
import dev.wau.warehouse.sql.SqlTransaction;
import dev.wau.warehouse.sql.Stamps;
import dev.wau.warehouse.sql.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A warehouse in one schema of a Redshift database. One transaction loads at a time, whichever process it is of; readers
 * never wait for it. Thread-safe; every piece of work has a connection of its own.
 */
public final class RedshiftWarehouse implements Warehouse {

    /** What its URLs start with; {@code //host:port/database} follows, or {@code iam://} and that. */
    public static final String SCHEME = RedshiftUrl.SCHEME;

    private static final Pattern PRODUCT = Pattern.compile("Redshift [0-9.]+");

    private final RedshiftConnections connections;
    private final WriterLock lock;
    private final Stamps stamps = new Stamps(InstantSource.system());

    private RedshiftWarehouse(RedshiftConnections connections) {
        this.connections = connections;
        this.lock = new WriterLock(connections);
    }

    /** Opens a warehouse; see {@link dev.wau.warehouse.Warehouses#open}. */
    public static Warehouse open(String url, WarehouseSetting setting) {
        RedshiftConnections connections = new RedshiftConnections(url, setting);
        try (Session session = connections.session()) {
            RedshiftTables tables = new RedshiftTables(session, connections.name());
            if (setting.access() == Access.READ_WRITE) {
                tables.create();
            } else {
                Tables.requireThere(session, connections.name());
            }
        }
        return new RedshiftWarehouse(connections);
    }

    /** Asks it of itself; see {@link dev.wau.warehouse.Warehouses#look}. */
    public static Look look(String url, WarehouseSetting setting) {
        RedshiftConnections connections = new RedshiftConnections(url, setting);
        try (Session session = connections.session()) {
            String version =
                    session.list("SELECT version()", row -> row.getString(1)).get(0);
            Instant now = session.list(
                            "SELECT GETDATE() AS now_utc",
                            row -> Objects.requireNonNull(Session.instant(row, "now_utc")))
                    .get(0);
            return new Look(product(version), now, Tables.form(session), MissingTables.of(session));
        }
    }

    /** Of {@code PostgreSQL 8.0.2 on ..., Redshift 1.0.77467}. */
    static String product(String version) {
        Matcher found = PRODUCT.matcher(version);
        return found.find() ? found.group() : "Redshift";
    }

    @Override
    public LoadTransaction begin(LoadRun run) {
        ObjectStore central = connections.setting().central();
        if (connections.setting().access() == Access.READ_ONLY || central == null) {
            throw new WauException(
                    ErrorCode.INTERNAL, "Cannot load: the warehouse " + connections.name() + " is open for reading");
        }
        if (!central.location().getScheme().equals("s3")) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot load into " + connections.name() + ": Redshift reads its files from S3, and the central"
                            + " bucket is " + central.location() + " (set 'central: s3://BUCKET/PREFIX')");
        }
        RedshiftRun work = new RedshiftRun(run.id(), connections, lock, central);
        return SqlTransaction.begin(work.begin(), run, stamps, work);
    }

    @Override
    public CommitOutcome outcome(RunId run) {
        return lock.outcome(run);
    }

    /** A longer text would be cut, or fail a whole COPY. */
    @Override
    public int longestText() {
        return RedshiftDialect.LONGEST_TEXT;
    }

    @Override
    public TableShape shape() {
        String schema = connections.schema();
        try (Session session = connections.session()) {
            return Shapes.of(
                    session,
                    "redshift",
                    connections.database(),
                    schema,
                    "SELECT column_name, data_type FROM svv_columns"
                            + " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position",
                    schema,
                    Shapes.TABLE);
        }
    }

    @Override
    public LoadHistory history() {
        return new SqlHistory(connections::session);
    }

    @Override
    public ActivityStore activity() {
        return JdbcActivityStore.overRollup(new Connections() {
            @Override
            public Connection open() throws SQLException {
                return connections.open();
            }

            @Override
            public void release(Connection connection) throws SQLException {
                connection.close();
            }
        });
    }

    @Override
    public boolean query(String sql, int limit, RowSink sink) {
        return new RedshiftQuery(connections).run(sql, limit, sink);
    }

    /** Nothing is held between two pieces of work. */
    @Override
    public void close() {
        connections.setting().engine().close();
    }
}
