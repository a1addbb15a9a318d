package dev.wau.aggregate;

import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.MarkerFile;
import dev.wau.model.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what a run does, for its result. Thread-safe. */
final class RunTally {

    private final List<AggregateResult.SourceNote> left = new ArrayList<>();
    private final Map<ObjectKey, String> refusalWords = new HashMap<>();
    private long resumed;
    private long sourceBytes;

    /** What an interrupted run had done. */
    synchronized void resumed(List<JournalEntry> entries) {
        resumed = entries.stream().filter(entry -> entry.file() != null).count();
    }

    synchronized void read(FileWork work, FileOutcome outcome) {
        sourceBytes += work.file().bytes();
        if (outcome instanceof FileOutcome.Left note) {
            left.add(note.note());
        } else if (outcome instanceof FileOutcome.Done done
                && done.refusal() != null
                && done.entry().file() != null) {
            refusalWords.put(done.entry().file().key(), done.refusal());
        }
    }

    synchronized AggregateResult result(
            Batch batch, List<CustomerOutcome> customers, @Nullable ObjectKey marker, Instant began, Instant ended) {
        List<JournalEntry> entries = batch.entries();
        List<MarkerFile> copied =
                files(entries).filter(file -> file.refusal() == null).toList();
        Batch.Head head = batch.head();
        left.sort(Comparator.comparing(AggregateResult.SourceNote::customer)
                .thenComparing(AggregateResult.SourceNote::name));
        return new AggregateResult(
                head == null ? null : head.id(),
                marker,
                customers,
                copied.size(),
                resumed,
                entries.stream().filter(entry -> entry.file() == null).count(),
                sourceBytes,
                copied.stream().mapToLong(MarkerFile::bytes).sum(),
                copied.stream().mapToLong(MarkerFile::records).sum(),
                copied.stream().mapToLong(MarkerFile::rejected).sum(),
                refusals(entries),
                left,
                (int) copied.stream().map(MarkerFile::header).distinct().count(),
                removed(entries),
                entries.stream()
                        .filter(JournalEntry::replaced)
                        .flatMap(entry -> files(List.of(entry)))
                        .map(MarkerFile::key)
                        .toList(),
                ended.isBefore(began) ? Duration.ZERO : Duration.between(began, ended));
    }

    private static Stream<MarkerFile> files(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::file).filter(Objects::nonNull);
    }

    private List<AggregateResult.SourceNote> refusals(List<JournalEntry> entries) {
        List<AggregateResult.SourceNote> refusals = new ArrayList<>();
        files(entries).forEach(file -> {
            MarkerFile.Refusal refusal = file.refusal();
            if (refusal != null) {
                refusals.add(new AggregateResult.SourceNote(
                        file.customer(),
                        file.sourceName(),
                        refusal.code(),
                        refusalWords.getOrDefault(file.key(), refusal.message())));
            }
        });
        return refusals;
    }

    private static SortedMap<String, Integer> removed(List<JournalEntry> entries) {
        SortedMap<String, Integer> removed = new TreeMap<>();
        for (JournalEntry entry : entries) {
            if (entry.file() != null) {
                entry.removed().forEach(column -> removed.merge(column, 1, Integer::sum));
            }
        }
        return removed;
    }
}
