package dev.wau.aggregate;

import dev.wau.model.BatchId;
import dev.wau.store.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files that a run is done with. A segment is written for every few files and at least every two seconds, so
 * that a killed run loses little and a store without appending will do. Thread-safe.
 */
final class Journal {

    private static final int SEGMENT_FILES = 64;
    private static final int SEGMENT_SHARE = 16;
    private static final long SEGMENT_NANOS = Duration.ofSeconds(2).toNanos();

    private final Segments segments;
    private final ObjectStore.Hold hold;
    private final Batch batch;
    private final List<JournalEntry> unwritten = new ArrayList<>();
    private long numbers;
    private long written;
    private long lastWrite = System.nanoTime();

    private Journal(Segments segments, ObjectStore.Hold hold, Batch batch) {
        this.segments = segments;
        this.hold = hold;
        this.batch = batch;
    }

    /**
     * Goes on with a journal.
     *
     * @param hold asked before each segment
     * @param head the batch; null if it has not begun
     */
    static Journal open(Segments segments, ObjectStore.Hold hold, Batch.@Nullable Head head) {
        Journal journal = new Journal(segments, hold, new Batch());
        if (head != null) {
            journal.batch.begin(head);
            journal.numbers = segments.read(head.id(), journal.batch);
        }
        return journal;
    }

    Batch batch() {
        return batch;
    }

    /** One more file is done. The batch has begun. */
    void add(JournalEntry entry) {
        batch.add(entry);
        List<JournalEntry> full = add(entry, System.nanoTime());
        if (!full.isEmpty()) {
            write(full);
        }
    }

    /** Writes what isn't written yet. */
    void flush() {
        List<JournalEntry> rest = take(System.nanoTime());
        if (!rest.isEmpty()) {
            write(rest);
        }
    }

    private synchronized List<JournalEntry> add(JournalEntry entry, long now) {
        unwritten.add(entry);
        // A share of those before: a hundred thousand files come in a hundred segments, not in 1,600.
        long enough = Math.max(SEGMENT_FILES, written / SEGMENT_SHARE);
        boolean due = unwritten.size() >= enough || now - lastWrite > SEGMENT_NANOS;
        return due ? take(now) : List.of();
    }

    private synchronized List<JournalEntry> take(long now) {
        List<JournalEntry> taken = List.copyOf(unwritten);
        written += taken.size();
        unwritten.clear();
        lastWrite = now;
        return taken;
    }

    // Not under the lock: while one thread waits for the disk, the others' files go on.
    private void write(List<JournalEntry> entries) {
        Batch.Head head = batch.head();
        if (head == null) {
            throw new IllegalStateException("The batch has not begun");
        }
        hold.confirm();
        BatchId id = head.id();
        while (!segments.create(id, nextNumber(), entries)) {
            hold.confirm();
        }
    }

    private synchronized long nextNumber() {
        return ++numbers;
    }
}
