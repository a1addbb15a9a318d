package dev.wau.warehouse.sql;

import dev.wau.analyse.ActivityStore;
import dev.wau.complete.CompletionMarker;
import dev.wau.load.CommitOutcome;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.FileVersion;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Restatement;
import dev.wau.load.StagedFile;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.warehouse.activity.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transaction on a connection of its own; its temporary tables go with the connection. */
public final class SqlTransaction implements LoadTransaction {

    /** What a failed commit is called then too. */
    private static final Set<ErrorCode> KEPT = Set.of(ErrorCode.LIMIT_REACHED, ErrorCode.OVERTAKEN);

    private final Session session;
    private final LoadRun run;
    private final Stamps stamps;
    private final Ending ending;
    private final Rollup rollup;
    private final Staging staging;
    private final Unwritten unwritten;
    private final Batches batches;
    private long lastFileId;
    private boolean open = true;

    private SqlTransaction(Session session, LoadRun run, Stamps stamps, Ending ending) {
        this.session = session;
        this.run = run;
        this.stamps = stamps;
        this.ending = ending;
        requireIdentity();
        continueHistory();
        lastFileId = session.number("SELECT coalesce(max(file_id), 0) FROM wau_files");
        rollup = session.dialect().rollups().open(session);
        staging = new Staging(session, run, rollup, lastFileId);
        unwritten = new Unwritten(session, run.id());
        batches = new Batches(session);
    }

    /**
     * Begins, in a session whose transaction is open and keeps other writers out.
     *
     * @param stamps of the warehouse
     * @param ending how the warehouse learns of the end; told too when this fails
     */
    public static LoadTransaction begin(Session session, LoadRun run, Stamps stamps, Ending ending) {
        try {
            return new SqlTransaction(session, run, stamps, ending);
        } catch (RuntimeException e) {
            try (session) {
                session.rollback();
            } finally {
                ending.over();
            }
            throw e;
        }
    }

    /** Each run's end comes after all it wrote, so one look tells the newest time of the history. */
    private void continueHistory() {
        session.list(
                        "SELECT ended_at FROM wau_runs ORDER BY ended_at DESC LIMIT 1",
                        row -> Objects.requireNonNull(Session.instant(row, "ended_at")))
                .forEach(stamps::after);
    }

    private void requireIdentity() {
        String asked = run.identity().name().toLowerCase(Locale.ROOT);
        List<String> known = Tables.setting(session, "row_identity");
        if (known.isEmpty() || session.number("SELECT count(*) FROM (SELECT 1 FROM wau_runs LIMIT 1) x") == 0) {
            session.update("DELETE FROM wau_settings WHERE name = 'row_identity'");
            session.update("INSERT INTO wau_settings VALUES ('row_identity', ?)", asked);
            session.dialect().identityChosen(session, run.identity());
        } else if (!known.get(0).equals(asked)) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid duplicates: " + asked + " (this warehouse began with " + known.get(0)
                            + "; keep that, or load into a new warehouse)");
        }
    }

    @Override
    public List<HistoryFile> versions(Collection<ObjectKey> keys) {
        return files("object_key", keys.stream().map(ObjectKey::path).toList());
    }

    @Override
    public List<HistoryFile> loaded(Set<Sha256> contents) {
        return files(
                "state = 'loaded' AND sha256",
                contents.stream().map(Sha256::hex).toList());
    }

    private List<HistoryFile> files(String condition, List<String> values) {
        unwritten.write();
        Members members = session.dialect().texts(session, values);
        return session.list(
                "SELECT * FROM wau_files f WHERE " + condition + " IN (" + members.sql() + ")" + HistoryFiles.ORDER,
                HistoryFiles::read,
                members.with());
    }

    @Override
    public FileId nextFileId() {
        return new FileId(++lastFileId);
    }

    @Override
    public List<StagedFile> stage(List<FileToLoad> files, Progress.Stage progress) {
        return staging.stage(files, progress);
    }

    @Override
    public List<HistoryFile> leave(Collection<FileId> files, FileState state) {
        unwritten.write();
        staging.rowsTouched();
        return new Departure(session, rollup, run, stamps).leave(files, state);
    }

    @Override
    public List<FileCounts> enter(List<StagedFile> files) {
        unwritten.write();
        staging.rowsTouched();
        return new Merge(session, staging, rollup, run).enter(files, stamps.next());
    }

    @Override
    public void remember(
            FileId id, FileVersion version, FileState state, @Nullable String error, @Nullable FileId copyOf) {
        if (state == FileState.LOADED) {
            throw Unwritten.hasRows(id, state);
        }
        unwritten.add(new HistoryFile(
                id, version, state, FileCounts.ZERO, null, null, run.id(), stamps.next(), error, copyOf));
    }

    @Override
    public void sourceRejects(FileId file, FileVersion version, long rejected, List<Reject> rejects) {
        unwritten.add(new SourceRejects.Change(file, version, rejected, rejects, stamps.next()));
    }

    @Override
    public boolean remember(CompletionMarker marker) {
        return batches.remember(marker, run.id());
    }

    @Override
    public void forget(BatchId batch) {
        batches.forget(batch);
    }

    @Override
    public ActivityStore activity() {
        return session.dialect().activity(writtenFirst(session.connections()));
    }

    private Connections writtenFirst(Connections own) {
        return new Connections() {
            @Override
            public Connection open() throws SQLException {
                unwritten.write();
                return own.open();
            }

            @Override
            public void release(Connection connection) throws SQLException {
                own.release(connection);
            }
        };
    }

    @Override
    public void remember(List<Restatement> restatements) {
        Instant now = stamps.next();
        restatements.forEach(restatement -> new Restated(session).insert(restatement, now));
    }

    @Override
    public CommitOutcome commit(String summary) {
        unwritten.write();
        staging.end();
        rollup.settle();
        BatchId batch = run.batch();
        session.update(
                "INSERT INTO wau_runs VALUES (?, ?, ?, ?, ?, ?)",
                run.id().value(),
                run.kind().code(),
                batch == null ? null : batch.value(),
                run.started(),
                stamps.next(),
                summary);
        try {
            session.dialect().commit(session);
        } catch (WauException e) {
            end();
            return outcome(e);
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
        end();
        return ending.answered(run.id());
    }

    /**
     * The warehouse said no, or said nothing: the run's row tells, if it can be asked.
     *
     * @throws WauException WAREHOUSE_FAILED, LIMIT_REACHED or OVERTAKEN with the warehouse's reason: it said no, and nothing is there
     */
    private CommitOutcome outcome(WauException failure) {
        CommitOutcome outcome;
        try {
            outcome = ending.unanswered(run.id());
        } catch (WauException e) {
            failure.addSuppressed(e);
            return CommitOutcome.UNKNOWN;
        }
        if (outcome == CommitOutcome.ROLLED_BACK) {
            throw new WauException(
                    KEPT.contains(failure.code()) ? failure.code() : ErrorCode.WAREHOUSE_FAILED,
                    "Cannot commit run " + run.id()
                            + ": it was rolled back and nothing of it is visible (mend the cause"
                            + " and run it again). " + failure.getMessage(),
                    failure);
        }
        return outcome;
    }

    @Override
    public void close() {
        if (open) {
            session.rollback();
            end();
        }
    }

    private void end() {
        if (open) {
            open = false;
            try (staging;
                    rollup) {
                session.close();
            } finally {
                ending.over();
            }
        }
    }
}
