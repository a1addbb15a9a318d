package dev.wau.testing.warehouse;

import dev.wau.analyse.ActivityStore;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.load.CommitOutcome;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.FileVersion;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Restatement;
import dev.wau.load.StagedFile;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.testing.activity.MemoryActivityStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes a copy of the tables. */
final class MemoryTransaction implements LoadTransaction {

    private final MemoryWarehouse warehouse;
    private final LoadRun run;
    private final MemoryTables tables;
    private final Map<FileId, MemoryFile> staged = new HashMap<>();
    private long lastFileId;
    private boolean open = true;

    MemoryTransaction(MemoryWarehouse warehouse, LoadRun run, MemoryTables tables) {
        this.warehouse = warehouse;
        this.run = run;
        this.tables = tables;
        this.lastFileId = tables.files.isEmpty() ? 0 : tables.files.lastKey().value();
    }

    @Override
    public List<HistoryFile> versions(Collection<ObjectKey> keys) {
        Set<ObjectKey> wanted = Set.copyOf(keys);
        return MemoryHistory.inOrder(
                tables.files, file -> wanted.contains(file.version().key()));
    }

    @Override
    public List<HistoryFile> loaded(Set<Sha256> contents) {
        Predicate<HistoryFile> wanted = file -> file.state() == FileState.LOADED
                && contents.contains(file.version().sha256());
        return MemoryHistory.inOrder(tables.files, wanted);
    }

    @Override
    public FileId nextFileId() {
        return new FileId(++lastFileId);
    }

    @Override
    public List<StagedFile> stage(List<FileToLoad> files, Progress.Stage progress) {
        TreeSet<String> columns = new TreeSet<>(tables.columns);
        staged.values().forEach(file -> columns.addAll(file.columns()));
        List<MemoryFile> read = new MemoryStaging(run, columns).stage(files, progress);
        read.forEach(file -> staged.put(file.staged().file().id(), file));
        return read.stream().map(MemoryFile::staged).toList();
    }

    @Override
    public List<HistoryFile> leave(Collection<FileId> files, FileState state) {
        Map<FileId, Long> carriedBefore = carried();
        for (FileId id : new TreeSet<>(files)) {
            HistoryFile leaving = tables.files.get(id);
            MemoryFile content = tables.content.remove(id);
            if (leaving == null || content == null) {
                throw new WauException(ErrorCode.INTERNAL, "Cannot take out file " + id + ": it is not loaded");
            }
            tables.files.put(id, changed(id, leaving.version(), state, null, null));
            if (state != FileState.LOADED) {
                takeOver(id, content);
            }
        }
        tables.settle();
        Map<FileId, Long> carriedNow = carried();
        return MemoryHistory.inOrder(
                tables.files,
                file -> carriedNow.getOrDefault(file.id(), 0L) > carriedBefore.getOrDefault(file.id(), 0L));
    }

    private Map<FileId, Long> carried() {
        Map<FileId, Long> carried = new HashMap<>();
        tables.files.forEach((id, file) -> carried.put(id, file.counts().loaded()));
        return carried;
    }

    private void takeOver(FileId original, MemoryFile content) {
        List<HistoryFile> copies = MemoryHistory.inOrder(tables.files, file -> original.equals(file.copyOf()));
        FileId heir = copies.stream().map(HistoryFile::id).sorted().findFirst().orElse(null);
        if (heir == null) {
            return;
        }
        MemorySource source = tables.copies.remove(heir);
        tables.content.put(heir, content.of(heir).withSource(source == null ? MemorySource.CLEAN : source));
        tables.carriers.replaceAll((identity, carrier) -> carrier.equals(original) ? heir : carrier);
        for (HistoryFile copy : copies) {
            boolean first = copy.id().equals(heir);
            FileState state = first ? FileState.LOADED : FileState.COPY;
            tables.files.put(copy.id(), changed(copy.id(), copy.version(), state, null, first ? null : heir));
        }
    }

    @Override
    public List<FileCounts> enter(List<StagedFile> files) {
        for (StagedFile file : files) {
            FileId id = file.file().id();
            MemoryFile content = staged.get(id);
            if (content == null || file.refusal() != null) {
                throw new WauException(ErrorCode.INTERNAL, "Cannot enter file " + id + ": it is not staged");
            }
            tables.columns.addAll(content.columns());
            tables.content.put(id, content);
            tables.files.put(id, changed(id, file.file().version(), FileState.LOADED, null, null));
        }
        staged.clear();
        tables.settle();
        return files.stream().map(file -> counts(file.file().id())).toList();
    }

    private FileCounts counts(FileId id) {
        HistoryFile file = tables.files.get(id);
        return file == null ? FileCounts.ZERO : file.counts();
    }

    @Override
    public void remember(
            FileId id, FileVersion version, FileState state, @Nullable String error, @Nullable FileId copyOf) {
        if (state == FileState.LOADED || tables.content.containsKey(id)) {
            throw new WauException(ErrorCode.INTERNAL, "Cannot remember file " + id + " as " + state + ": it has rows");
        }
        tables.copies.remove(id);
        tables.files.put(id, changed(id, version, state, error, copyOf));
    }

    @Override
    public void sourceRejects(FileId id, FileVersion version, long rejected, List<Reject> rejects) {
        HistoryFile file = tables.files.get(id);
        MemoryFile content = tables.content.get(id);
        MemorySource source = new MemorySource(rejected, rejects);
        if (file == null) {
            throw new WauException(ErrorCode.INTERNAL, "Cannot renew the rejects of file " + id + ": it is not known");
        }
        tables.files.put(id, changed(id, version, file.state(), file.error(), file.copyOf()));
        if (content == null) {
            tables.copies.put(id, source);
        } else {
            tables.content.put(id, content.withSource(source));
        }
        tables.settle();
    }

    private HistoryFile changed(
            FileId id, FileVersion version, FileState state, @Nullable String error, @Nullable FileId copyOf) {
        Instant now = warehouse.stamp();
        return new HistoryFile(id, version, state, FileCounts.ZERO, null, null, run.id(), now, error, copyOf);
    }

    @Override
    public boolean remember(CompletionMarker marker) {
        long failed = marker.customers().stream()
                .filter(customer -> customer.outcome() == CustomerOutcome.Outcome.FAILED)
                .count();
        int expected = marker.customers().size();
        LoadHistory.HistoryBatch batch = new LoadHistory.HistoryBatch(
                marker.batch(), marker.started(), marker.completed(), expected, expected - (int) failed, run.id());
        Set<Customer> customers =
                marker.customers().stream().map(CustomerOutcome::customer).collect(Collectors.toUnmodifiableSet());
        tables.expected.putIfAbsent(marker.batch(), customers);
        return tables.batches.putIfAbsent(marker.batch(), batch) == null;
    }

    @Override
    public void forget(BatchId batch) {
        tables.batches.remove(batch);
        tables.expected.remove(batch);
    }

    @Override
    public ActivityStore activity() {
        return new MemoryActivityStore(() -> MemoryActivity.of(tables));
    }

    @Override
    public void remember(List<Restatement> restatements) {
        Instant now = warehouse.stamp();
        restatements.forEach(row -> tables.restatements.add(new LoadHistory.HistoryRestatement(row, now)));
    }

    @Override
    public CommitOutcome commit(String summary) {
        tables.runs.add(new LoadHistory.HistoryRun(
                run.id(), run.kind(), run.batch(), run.started(), warehouse.stamp(), summary));
        warehouse.replace(tables);
        close();
        return CommitOutcome.COMMITTED;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            warehouse.end();
        }
    }
}
