package dev.wau.testing.warehouse;

import dev.wau.csv.RowIdentity;
import dev.wau.load.FileRows;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads what is committed. */
final class MemoryHistory implements LoadHistory {

    private static final Comparator<HistoryFile> BY_KEY_THEN_CHANGE = Comparator.comparing(
                    (HistoryFile file) -> file.version().key())
            .thenComparing(HistoryFile::changed)
            .thenComparing(HistoryFile::id);

    private final Supplier<MemoryTables> committed;

    MemoryHistory(Supplier<MemoryTables> committed) {
        this.committed = committed;
    }

    static List<HistoryFile> inOrder(Map<FileId, HistoryFile> files, Predicate<HistoryFile> wanted) {
        return files.values().stream().filter(wanted).sorted(BY_KEY_THEN_CHANGE).toList();
    }

    @Override
    public List<HistoryFile> files(Filter filter) {
        return inOrder(committed.get().files, file -> matches(filter, file)).stream()
                .limit(filter.limit())
                .toList();
    }

    private static boolean matches(Filter filter, String key) {
        return filter.key() == null || key.equals(filter.key()) || key.endsWith("/" + filter.key());
    }

    private static boolean matches(Filter filter, HistoryFile file) {
        return (filter.customer() == null
                        || filter.customer().equals(file.version().customer().name()))
                && matches(filter, file.version().key().path())
                && (filter.state() == null || filter.state() == file.state());
    }

    @Override
    public List<HistoryReject> rejects(Filter filter) {
        MemoryTables tables = committed.get();
        List<HistoryReject> rejects = new ArrayList<>();
        tables.content.forEach((id, content) -> {
            HistoryFile file = tables.files.get(id);
            if (file != null && matches(filter, file)) {
                content.rejects().forEach(reject -> rejects.add(row(file, reject)));
            }
        });
        tables.copies.forEach((id, source) -> {
            HistoryFile file = tables.files.get(id);
            if (file != null && matches(filter, file)) {
                source.staged().forEach(reject -> rejects.add(row(file, reject)));
            }
        });
        rejects.sort(
                Comparator.comparing((HistoryReject reject) -> reject.file().id())
                        .thenComparing(HistoryReject::stage)
                        .thenComparing(HistoryReject::line));
        return rejects.stream().limit(filter.limit()).toList();
    }

    @Override
    public List<HistoryReject> loadRejects(Collection<FileId> files, FileId after, long line, int limit) {
        return rejects(Filter.ALL).stream()
                .filter(reject ->
                        files.contains(reject.file().id()) && reject.stage().equals("load"))
                .filter(reject -> reject.file().id().compareTo(after) > 0
                        || (reject.file().id().equals(after) && reject.line() > line))
                .limit(limit)
                .toList();
    }

    private static HistoryReject row(HistoryFile file, MemoryFile.StagedReject staged) {
        Reject reject = staged.reject();
        return new HistoryReject(file, staged.stage(), reject.line(), reject.reason(), reject.message(), reject.raw());
    }

    @Override
    public Optional<RowIdentity> identity() {
        return Optional.ofNullable(committed.get().identity);
    }

    @Override
    public List<HistoryBatch> batches() {
        return List.copyOf(committed.get().batches.values());
    }

    @Override
    public List<HistoryRun> runs() {
        return committed.get().runs.stream()
                .sorted(Comparator.comparing(HistoryRun::started))
                .toList();
    }

    @Override
    public List<HistoryRestatement> restatements(Filter filter) {
        List<HistoryRestatement> rows = committed.get().restatements.stream()
                .filter(row -> filter.customer() == null
                        || filter.customer().equals(row.restatement().customer().name()))
                .filter(row -> row.restatement().files().stream()
                        .anyMatch(file -> matches(filter, file.key().path())))
                .toList();
        return rows.subList(Math.max(0, rows.size() - filter.limit()), rows.size());
    }

    @Override
    public Map<Customer, Instant> reached(Collection<Customer> customers) {
        MemoryTables tables = committed.get();
        Map<Customer, Instant> reached = new TreeMap<>();
        for (HistoryFile file : tables.files.values()) {
            if (file.state() == FileState.LOADED && file.lastEvent() != null) {
                reached.merge(file.version().customer(), file.lastEvent(), MemoryHistory::later);
            }
        }
        tables.restatements.stream()
                .map(HistoryRestatement::restatement)
                .forEach(row -> reached.merge(row.customer(), row.week().end(), MemoryHistory::later));
        reached.keySet().retainAll(customers);
        return reached;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public FileRows rows(Collection<FileId> files) {
        MemoryTables tables = committed.get();
        List<MemoryRow> rows = new ArrayList<>();
        for (FileId file : new TreeSet<>(files)) {
            MemoryFile content = tables.content.get(file);
            rows.addAll(content == null ? List.of() : content.rows());
        }
        return new MemoryRows(tables, rows);
    }

    @Override
    public List<String> inconsistencies() {
        return List.of();
    }
}
