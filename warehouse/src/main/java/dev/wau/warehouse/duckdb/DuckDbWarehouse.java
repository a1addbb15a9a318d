package dev.wau.warehouse.duckdb;

import dev.wau.analyse.ActivityStore;
import dev.wau.load.CommitOutcome;
import dev.wau.load.DuckDbUrl;
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
import dev.wau.warehouse.activity.Connections;
import dev.wau.warehouse.activity.RollupActivityStore;
import dev.wau.warehouse.sql.Ending;
import dev.wau.warehouse.sql.MissingTables;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.Shapes;
import dev.wau.warehouse.sql.SqlHistory;
import dev.wau.warehouse.sql.SqlTransaction;
import dev.wau.warehouse.sql.Stamps;
import dev.wau.warehouse.sql.Tables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.duckdb.DuckDBConnection;

/**
 * A warehouse in one DuckDB file, which one process at a time can open. Inside the process: one transaction at a time,
 * any number of readers beside it. Thread-safe.
 */
public final class DuckDbWarehouse implements Warehouse, Ending {

    /** Warehouses of one file in one process share the file's database, and so its one writer. */
    private static final Map<Path, Semaphore> WRITERS = new ConcurrentHashMap<>();

    private final DuckDbUrl url;
    private final Access access;
    private final DuckDBConnection root;
    private final Semaphore writer;
    private final DuckDbDialect dialect = new DuckDbDialect();
    private final Stamps stamps = new Stamps(InstantSource.system());

    private DuckDbWarehouse(DuckDbUrl url, Access access, DuckDBConnection root, Semaphore writer) {
        this.url = url;
        this.access = access;
        this.root = root;
        this.writer = writer;
    }

    /** Opens a warehouse; see {@link dev.wau.warehouse.Warehouses#open}. */
    public static Warehouse open(String text, WarehouseSetting setting) {
        Access access = setting.access();
        DuckDbUrl url = DuckDbUrl.of(text);
        Path file =
                url.isInMemory() ? null : Path.of(url.path()).toAbsolutePath().normalize();
        DuckDBConnection root = new DuckDbOpener(url, file).open(access, setting.patience());
        Semaphore writer =
                file == null ? new Semaphore(1, true) : WRITERS.computeIfAbsent(file, key -> new Semaphore(1, true));
        DuckDbWarehouse warehouse = new DuckDbWarehouse(url, access, root, writer);
        try {
            return warehouse.prepared();
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    /** Asks it of itself; see {@link dev.wau.warehouse.Warehouses#look}. */
    public static Look look(String text, WarehouseSetting setting) {
        return DuckDbLook.at(DuckDbUrl.of(text), setting.patience());
    }

    private DuckDbWarehouse prepared() {
        try (Session session = session()) {
            if (Tables.exist(session) && !Tables.isOlder(session)) {
                Tables.requireKnownVersion(session, url.toString());
                MissingTables.refuse(session, url.toString());
            }
            if (access == Access.READ_WRITE) {
                writer.acquireUninterruptibly();
                try {
                    session.update("BEGIN TRANSACTION");
                    Tables.create(session);
                    session.update("COMMIT");
                } finally {
                    writer.release();
                }
                dialect.prepare(session);
            } else if (!Tables.exist(session)) {
                throw new WauException(
                        ErrorCode.NOT_FOUND, "Cannot find wau's tables in " + url + " ('wau load' makes them)");
            }
            Tables.requireKnownVersion(session, url.toString());
        }
        return this;
    }

    /** A session on a connection of its own, for one piece of work. */
    Session session() {
        return new Session(connect(), dialect);
    }

    /** A connection of its own. */
    DuckDBConnection connect() {
        try {
            return root.duplicate();
        } catch (SQLException e) {
            throw dialect.failure(e, "Cannot connect to the warehouse " + url);
        }
    }

    @Override
    public LoadTransaction begin(LoadRun run) {
        if (access == Access.READ_ONLY) {
            throw new WauException(ErrorCode.INTERNAL, "Cannot load: the warehouse " + url + " is open for reading");
        }
        writer.acquireUninterruptibly();
        return SqlTransaction.begin(openTransaction(), run, stamps, this);
    }

    private Session openTransaction() {
        try {
            Session session = session();
            session.update("BEGIN TRANSACTION");
            return session;
        } catch (RuntimeException e) {
            writer.release();
            throw e;
        }
    }

    /** DuckDB answers with success even where it kept nothing. */
    @Override
    public CommitOutcome answered(RunId run) {
        return outcome(run);
    }

    @Override
    public CommitOutcome unanswered(RunId run) {
        return outcome(run);
    }

    @Override
    public void over() {
        writer.release();
    }

    @Override
    public CommitOutcome outcome(RunId run) {
        try (Session session = session()) {
            boolean known = session.number("SELECT count(*) FROM wau_runs WHERE run = ?", run.value()) > 0;
            return known ? CommitOutcome.COMMITTED : CommitOutcome.ROLLED_BACK;
        }
    }

    @Override
    public TableShape shape() {
        try (Session session = session()) {
            return Shapes.of(
                    session,
                    "duckdb",
                    session.list("SELECT current_database()", row -> row.getString(1))
                            .get(0),
                    session.list("SELECT current_schema()", row -> row.getString(1))
                            .get(0),
                    "SELECT name, type FROM pragma_table_info(?) ORDER BY cid",
                    Shapes.TABLE);
        }
    }

    @Override
    public LoadHistory history() {
        return new SqlHistory(this::session);
    }

    @Override
    public ActivityStore activity() {
        return new RollupActivityStore(
                access == Access.READ_ONLY ? Connections.ofOneState(this::connect) : this::connect);
    }

    @Override
    public boolean query(String sql, int limit, RowSink sink) {
        try (DuckDBConnection connection = root.duplicate()) {
            return new DuckDbQuery(connection).run(sql, limit, sink);
        } catch (SQLException e) {
            throw DuckDbErrors.isOutOfMemory(e)
                    ? DuckDbErrors.failure(e, "Cannot answer the query")
                    : new WauException(ErrorCode.INVALID_QUERY, "Invalid query: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw dialect.failure(e, "Cannot close the warehouse " + url);
        }
    }
}
