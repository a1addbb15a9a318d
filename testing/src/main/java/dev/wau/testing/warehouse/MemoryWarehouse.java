package dev.wau.testing.warehouse;

import dev.wau.analyse.ActivityStore;
import dev.wau.load.ColumnPlan;
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
import dev.wau.testing.activity.MemoryActivityStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * A warehouse in memory, for tests: plain enough to be believed. Every change decides all rows anew, so it is for small
 * data. It knows no SQL.
 */
public final class MemoryWarehouse implements Warehouse {

    private static final List<TableShape.Column> KEPT = List.of(
            new TableShape.Column("customer", "text"),
            new TableShape.Column("event_time", "timestamp"),
            new TableShape.Column("details", "json"),
            new TableShape.Column("file_id", "bigint"),
            new TableShape.Column("line", "bigint"),
            new TableShape.Column("event_hash", "uuid"),
            new TableShape.Column("occurrence", "integer"));

    private final InstantSource clock;
    private final Semaphore writer = new Semaphore(1, true);
    private volatile MemoryTables committed = new MemoryTables();
    private Instant last = Instant.EPOCH;

    /** An empty warehouse on the system's clock. */
    public MemoryWarehouse() {
        this(InstantSource.system());
    }

    /** An empty warehouse. */
    public MemoryWarehouse(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public LoadTransaction begin(LoadRun run) {
        writer.acquireUninterruptibly();
        MemoryTables tables = committed.copy();
        if (tables.identity == null) {
            tables.identity = run.identity();
        }
        if (tables.identity != run.identity()) {
            writer.release();
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid duplicates: " + lower(run.identity()) + " (this warehouse began with "
                            + lower(tables.identity) + "; keep that, or load into a new warehouse)");
        }
        return new MemoryTransaction(this, run, tables);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void replace(MemoryTables tables) {
        committed = tables;
    }

    void end() {
        writer.release();
    }

    /** Now, and never twice the same: so that changes have an order. */
    synchronized Instant stamp() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }

    @Override
    public CommitOutcome outcome(RunId run) {
        boolean committedRun =
                committed.runs.stream().anyMatch(known -> known.run().equals(run));
        return committedRun ? CommitOutcome.COMMITTED : CommitOutcome.ROLLED_BACK;
    }

    @Override
    public TableShape shape() {
        List<TableShape.Column> columns = new ArrayList<>(KEPT);
        ColumnPlan.FIXED.forEach(name -> columns.add(new TableShape.Column(name, "text")));
        committed.columns.stream()
                .filter(name -> !ColumnPlan.FIXED.contains(name))
                .forEach(name -> columns.add(new TableShape.Column(name, "text")));
        return new TableShape("memory", "memory", "main", "wau_audit_logs", columns);
    }

    @Override
    public LoadHistory history() {
        return new MemoryHistory(() -> committed);
    }

    @Override
    public ActivityStore activity() {
        return new MemoryActivityStore(() -> MemoryActivity.of(committed));
    }

    @Override
    public boolean query(String sql, int limit, RowSink sink) {
        throw new WauException(ErrorCode.INVALID_QUERY, "Cannot query: a warehouse in memory knows no SQL");
    }

    @Override
    public void close() {}
}
