package dev.wau.proof.convergence;

import dev.wau.analyse.ActivityStore;
import dev.wau.complete.CompletionMarker;
import dev.wau.load.CommitOutcome;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.FileVersion;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Restatement;
import dev.wau.load.StagedFile;
import dev.wau.model.BatchId;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.Sha256;
import dev.wau.progress.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dies at a call, or loses the reply to its commit. */
final class FailingTransaction implements LoadTransaction {

    private final LoadTransaction transaction;
    private final Fault fault;
    private final FailingWarehouse warehouse;
    private int calls;

    FailingTransaction(LoadTransaction transaction, Fault fault, FailingWarehouse warehouse) {
        this.transaction = transaction;
        this.fault = fault;
        this.warehouse = warehouse;
    }

    private LoadTransaction call() {
        calls++;
        if (fault.kind() == Fault.Kind.DIES_AT_CALL && calls == fault.call()) {
            throw died("at call " + calls);
        }
        return transaction;
    }

    private FailingWarehouse.Died died(String where) {
        warehouse.strike();
        return new FailingWarehouse.Died(where);
    }

    @Override
    public CommitOutcome commit(String summary) {
        LoadTransaction sound = call();
        return switch (fault.kind()) {
            case NONE, DIES_AT_CALL -> commit(sound, summary);
            case DIES_BEFORE_COMMIT -> throw died("before commit");
            case DIES_AFTER_COMMIT -> {
                commit(sound, summary);
                throw died("after commit");
            }
            case REPLY_LOST -> {
                warehouse.strike();
                commit(sound, summary);
                yield CommitOutcome.UNKNOWN;
            }
            case COMMIT_LOST -> {
                warehouse.strike();
                sound.close();
                yield CommitOutcome.UNKNOWN;
            }
        };
    }

    private CommitOutcome commit(LoadTransaction sound, String summary) {
        CommitOutcome outcome = sound.commit(summary);
        if (outcome == CommitOutcome.COMMITTED) {
            warehouse.commit();
        }
        return outcome;
    }

    @Override
    public List<HistoryFile> versions(Collection<ObjectKey> keys) {
        return call().versions(keys);
    }

    @Override
    public List<HistoryFile> loaded(Set<Sha256> contents) {
        return call().loaded(contents);
    }

    @Override
    public FileId nextFileId() {
        return call().nextFileId();
    }

    @Override
    public List<StagedFile> stage(List<FileToLoad> files, Progress.Stage progress) {
        return call().stage(files, progress);
    }

    @Override
    public List<HistoryFile> leave(Collection<FileId> files, FileState state) {
        return call().leave(files, state);
    }

    @Override
    public List<FileCounts> enter(List<StagedFile> files) {
        return call().enter(files);
    }

    @Override
    public void remember(
            FileId id, FileVersion version, FileState state, @Nullable String error, @Nullable FileId copyOf) {
        call().remember(id, version, state, error, copyOf);
    }

    @Override
    public void sourceRejects(FileId file, FileVersion version, long rejected, List<Reject> rejects) {
        call().sourceRejects(file, version, rejected, rejects);
    }

    @Override
    public void forget(BatchId batch) {
        call().forget(batch);
    }

    @Override
    public boolean remember(CompletionMarker marker) {
        return call().remember(marker);
    }

    @Override
    public ActivityStore activity() {
        return call().activity();
    }

    @Override
    public void remember(List<Restatement> restatements) {
        call().remember(restatements);
    }

    @Override
    public void close() {
        transaction.close();
    }
}
