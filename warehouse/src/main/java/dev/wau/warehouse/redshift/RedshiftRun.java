package dev.wau.warehouse.redshift;

import dev.wau.load.CommitOutcome;
import dev.wau.load.FileToLoad;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.parts.PartEngine;
import dev.wau.warehouse.parts.StagingArea;
import dev.wau.warehouse.parts.WrittenParts;
import dev.wau.warehouse.sql.Ending;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileHeader;
import dev.wau.warehouse.sql.Identifiers;
import dev.wau.warehouse.sql.Members;
import dev.wau.warehouse.sql.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run's ways: it writes parts, and COPYs them. Writing may take long, so no lock is held meanwhile: the transaction that
 * planned ends, the parts are written and copied into temporary tables, and another transaction begins, which first makes
 * sure that no other run was committed in between. Used by one thread.
 */
final class RedshiftRun extends RedshiftDialect implements Ending {

    /** More rows come by a part than by INSERTs. */
    private static final int MOST_INSERTED = 2_000;

    private static final List<String> REJECTS = List.of("file_id", "stage", "line", "reason", "message", "raw");

    private static final String CREATE_REJECTS = """
            CREATE TEMP TABLE IF NOT EXISTS staged_rejects (
                file_id BIGINT, stage ${text}, line BIGINT, reason ${text}, message ${text}, "raw" ${text})""";

    private final RunId run;
    private final WriterLock lock;
    private final ObjectStore central;
    private final PartEngine engine;
    private final RedshiftCopy copy;
    private @Nullable StagingArea area;
    private long runsBefore;
    private boolean letGo;
    private boolean hasRejects;

    RedshiftRun(RunId run, RedshiftConnections connections, WriterLock lock, ObjectStore central) {
        super(connections::schema);
        this.run = run;
        this.lock = lock;
        this.central = central;
        this.engine = connections.setting().engine();
        this.copy = new RedshiftCopy(connections);
    }

    /** A session whose transaction is open and holds the lock. */
    Session begin() {
        Session session = lock.session(this);
        try {
            lock.take(session);
            runsBefore = runs(session);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static long runs(Session session) {
        return session.number("SELECT count(*) FROM wau_runs");
    }

    private StagingArea area() {
        StagingArea begun = area;
        if (begun == null) {
            begun = StagingArea.begin(central, run);
            area = begun;
        }
        return begun;
    }

    @Override
    public Map<FileId, FileHeader> headers(List<FileToLoad> files) {
        return engine.headers(files);
    }

    /** A column of a table appears to all at once, filled or not: readers don't wait for the run's end. */
    @Override
    public void columnsComing(Collection<String> names) {
        lock.addColumns(names);
    }

    @Override
    public void aboutToRead(Session session) {
        session.update("COMMIT");
        letGo = true;
    }

    @Override
    public long feed(Session session, Feeding feeding) {
        WrittenParts parts = engine.write(feeding, area());
        feeding.rethrow();
        List<String> columns =
                new ArrayList<>(List.of("customer", "event_time", "file_id", "line", "event_hash", "details"));
        columns.addAll(feeding.columns());
        copy.into(session, "staged", columns, parts.rows(), area());
        if (!parts.rejects().isEmpty()) {
            session.update(types().in(CREATE_REJECTS));
            copy.into(session, "staged_rejects", REJECTS, parts.rejects(), area());
            hasRejects = true;
        }
        if (letGo) {
            letGo = false;
            takeAgain(session);
        }
        return 0;
    }

    private void takeAgain(Session session) {
        lock.take(session);
        if (runs(session) != runsBefore) {
            throw new WauException(
                    ErrorCode.OVERTAKEN,
                    "Cannot go on with run " + run + ": another run was committed while this one read its files"
                            + " (nothing of it is visible; run it again)");
        }
    }

    @Override
    public void enterRejects(Session session, Collection<Long> files) {
        if (hasRejects) {
            Members ids = numbers(session, files);
            session.update(
                    "INSERT INTO wau_rejects (" + Identifiers.list("", REJECTS) + ") SELECT "
                            + Identifiers.list("", REJECTS) + " FROM staged_rejects WHERE file_id IN (" + ids.sql()
                            + ")",
                    ids.with());
            session.update("DELETE FROM staged_rejects");
        }
    }

    @Override
    public void insert(Session session, String table, Iterable<? extends List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> first = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            first.add(row);
            if (first.size() > MOST_INSERTED) {
                copy.rows(session, table, rows, area());
                return;
            }
        }
        super.insert(session, table, first);
    }

    /** Redshift doesn't say that it committed unless it did. */
    @Override
    public CommitOutcome answered(RunId asked) {
        return CommitOutcome.COMMITTED;
    }

    @Override
    public CommitOutcome unanswered(RunId asked) {
        return lock.outcome(asked);
    }

    @Override
    public void over() {
        StagingArea begun = area;
        area = null;
        if (begun == null) {
            return;
        }
        try {
            begun.close();
        } catch (WauException e) {
            // The run has ended, well or not, and that isn't changed by what it leaves: it goes with the next one.
            return;
        }
    }
}
