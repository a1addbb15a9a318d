package dev.wau.testing.warehouse;

import dev.wau.csv.RowIdentity;
import dev.wau.load.FileCounts;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that a {@link MemoryWarehouse} holds. A transaction changes a copy, and its commit puts that in place. */
final class MemoryTables {

    final TreeMap<FileId, HistoryFile> files = new TreeMap<>();
    /** The content of the files in state loaded. */
    final TreeMap<FileId, MemoryFile> content = new TreeMap<>();

    /** What aggregation rejected of copies. */
    final TreeMap<FileId, MemorySource> copies = new TreeMap<>();

    final Map<MemoryRow.Identity, FileId> carriers = new HashMap<>();
    final TreeSet<String> columns = new TreeSet<>();
    final TreeMap<BatchId, LoadHistory.HistoryBatch> batches = new TreeMap<>();
    final Map<BatchId, Set<Customer>> expected = new HashMap<>();
    final List<LoadHistory.HistoryRun> runs = new ArrayList<>();
    final List<LoadHistory.HistoryRestatement> restatements = new ArrayList<>();

    @Nullable
    RowIdentity identity;

    MemoryTables copy() {
        MemoryTables copy = new MemoryTables();
        copy.files.putAll(files);
        copy.content.putAll(content);
        copy.copies.putAll(copies);
        copy.carriers.putAll(carriers);
        copy.columns.addAll(columns);
        copy.batches.putAll(batches);
        copy.expected.putAll(expected);
        copy.runs.addAll(runs);
        copy.restatements.addAll(restatements);
        copy.identity = identity;
        return copy;
    }

    /**
     * Decides anew which file carries each row: the one that did, if it is still loaded, else the first. Then counts.
     */
    void settle() {
        carriers.values().retainAll(content.keySet());
        for (MemoryFile file : content.values()) {
            for (MemoryRow row : file.rows()) {
                carriers.putIfAbsent(row.identity(), row.file());
            }
        }
        content.forEach((id, file) -> files.computeIfPresent(id, (same, history) -> withCounts(history, file)));
        copies.forEach((id, source) -> files.computeIfPresent(id, (same, history) -> withRejects(history, source)));
    }

    boolean carries(MemoryRow row) {
        return identity == RowIdentity.NONE || row.file().equals(carriers.get(row.identity()));
    }

    private static HistoryFile withRejects(HistoryFile file, MemorySource source) {
        FileCounts counts = new FileCounts(source.rejected(), 0, source.rejected(), 0);
        return new HistoryFile(
                file.id(),
                file.version(),
                file.state(),
                counts,
                null,
                null,
                file.run(),
                file.changed(),
                file.error(),
                file.copyOf());
    }

    private HistoryFile withCounts(HistoryFile file, MemoryFile content) {
        long loaded = content.rows().stream().filter(this::carries).count();
        long sourceRejected = content.staged().file().sourceRejected();
        FileCounts counts = new FileCounts(
                content.staged().records() + sourceRejected,
                loaded,
                content.staged().rejected() + sourceRejected,
                content.rows().size() - loaded);
        return new HistoryFile(
                file.id(),
                file.version(),
                file.state(),
                counts,
                content.staged().firstEvent(),
                content.staged().lastEvent(),
                file.run(),
                file.changed(),
                file.error(),
                file.copyOf());
    }
}
