package dev.wau.aggregate;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.MarkerFile;
import dev.wau.model.BatchId;
import dev.wau.model.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what a run does, for its result. Thread-safe. */
final class RunTally {

    private final InstantSource clock;
    private final Instant began;
    private final List<AggregateResult.SourceNote> left = new ArrayList<>();
    private long done;
    private long sourceBytes;
    private boolean progress;

    /** The run begins now. */
    RunTally(InstantSource clock) {
        this.clock = clock;
        this.began = clock.instant();
    }

    /** When the run began. */
    Instant began() {
        return began;
    }

    /** It came further, if not by a file. */
    synchronized void progressed() {
        progress = true;
    }

    /** Whether another run would find less to do. */
    synchronized boolean hasProgress() {
        return progress;
    }

    synchronized void read(FileWork work, FileOutcome outcome) {
        sourceBytes += work.file().bytes();
        if (outcome instanceof FileOutcome.Left note) {
            left.add(note.note());
        } else if (outcome instanceof FileOutcome.Done file) {
            progress = true;
            done += file.entry().file() == null ? 0 : 1;
        }
    }

    /** What a batch, or a part of one, came to. */
    AggregateResult result(
            Batch batch,
            List<CustomerOutcome> customers,
            @Nullable ObjectKey marker,
            AggregateResult.@Nullable Waiting waiting) {
        Contents contents = Contents.of(batch.entries());
        return result(id(batch), marker, customers, contents, waiting, List.of());
    }

    /** What a batch came to that this run ends. */
    AggregateResult ended(
            Batch batch, List<CustomerOutcome> customers, @Nullable ObjectKey marker, List<Silence> silences) {
        return result(id(batch), marker, customers, Contents.of(batch.entries()), null, silences);
    }

    private static @Nullable BatchId id(Batch batch) {
        Batch.Head head = batch.head();
        return head == null ? null : head.id();
    }

    /** What a batch came to that another run has completed. */
    AggregateResult result(CompletionMarker marker) {
        Contents contents = new Contents(marker.files(), 0, new TreeMap<>(), List.of());
        ObjectKey key = CompletionMarker.key(marker.batch());
        return result(marker.batch(), key, marker.customers(), contents, null, List.of());
    }

    /** What the entries of a journal say. */
    private record Contents(
            List<MarkerFile> files, long touched, SortedMap<String, Integer> removed, List<ObjectKey> reexports) {

        static Contents of(List<JournalEntry> entries) {
            List<MarkerFile> files = new ArrayList<>();
            List<ObjectKey> reexports = new ArrayList<>();
            SortedMap<String, Integer> removed = new TreeMap<>();
            for (JournalEntry entry : entries) {
                MarkerFile file = entry.file();
                if (file != null) {
                    files.add(file);
                    entry.removed().forEach(column -> removed.merge(column, 1, Integer::sum));
                    if (entry.replaced()) {
                        reexports.add(file.key());
                    }
                }
            }
            return new Contents(files, entries.size() - files.size(), removed, reexports);
        }
    }

    private synchronized AggregateResult result(
            @Nullable BatchId batch,
            @Nullable ObjectKey marker,
            List<CustomerOutcome> customers,
            Contents contents,
            AggregateResult.@Nullable Waiting waiting,
            List<Silence> silences) {
        List<MarkerFile> copied =
                contents.files().stream().filter(file -> file.refusal() == null).toList();
        left.sort(Comparator.comparing(AggregateResult.SourceNote::customer)
                .thenComparing(AggregateResult.SourceNote::name));
        Instant ended = clock.instant();
        return new AggregateResult(
                batch,
                marker,
                customers,
                copied.size(),
                Math.max(0, contents.files().size() - done),
                contents.touched(),
                sourceBytes,
                copied.stream().mapToLong(MarkerFile::bytes).sum(),
                copied.stream().mapToLong(MarkerFile::records).sum(),
                copied.stream().mapToLong(MarkerFile::rejected).sum(),
                refusals(contents.files()),
                left,
                (int) copied.stream().map(MarkerFile::header).distinct().count(),
                contents.removed(),
                contents.reexports(),
                waiting,
                silences,
                ended.isBefore(began) ? Duration.ZERO : Duration.between(began, ended));
    }

    private List<AggregateResult.SourceNote> refusals(List<MarkerFile> files) {
        return files.stream()
                .filter(file -> file.refusal() != null)
                .map(RunTally::refusal)
                .toList();
    }

    private static AggregateResult.SourceNote refusal(MarkerFile file) {
        MarkerFile.Refusal refusal = Objects.requireNonNull(file.refusal());
        return new AggregateResult.SourceNote(file.customer(), file.sourceName(), refusal.code(), refusal.message());
    }
}
