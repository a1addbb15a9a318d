package dev.wau.warehouse.sql;

import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files of one stage, shared by the threads that read them: who asks gets the next one, the largest first so that no
 * thread is left with it at the end. A file that is too large for that is read in parts, and who finds no file waiting
 * takes part in one. Thread-safe.
 */
public final class Feeding {

    private final Collection<FileToFeed> files;
    private final Queue<FileToFeed> waiting = new ArrayDeque<>();
    private final List<String> columns;
    private final RejectSpool rejects;
    private final Repeats repeats;
    private final @Nullable ApartRows apart;
    private final Progress.Stage progress;
    private final Supplier<FileCounting> countings;
    private final Map<FileId, List<Long>> counted = new HashMap<>();
    private final Splitting splitting;
    private final int threads;
    private final Map<FileId, StagedFile> results = new HashMap<>();
    private final List<FileInParts> inParts = new ArrayList<>();
    private final List<FileToFeed> again = new ArrayList<>();
    private long bytesWaiting;
    private @Nullable Throwable failure;
    private boolean stopped;

    Feeding(
            Collection<FileToFeed> files,
            List<String> columns,
            RejectSpool rejects,
            Repeats repeats,
            @Nullable ApartRows apart,
            Supplier<FileCounting> countings,
            Progress.Stage progress,
            Splitting splitting) {
        this.files = files;
        this.countings = countings;
        this.columns = columns;
        this.rejects = rejects;
        this.repeats = repeats;
        this.apart = apart;
        this.progress = progress;
        this.splitting = splitting;
        files.stream()
                .sorted(Comparator.comparingLong(Feeding::bytes).reversed())
                .forEach(waiting::add);
        bytesWaiting = files.stream().mapToLong(Feeding::bytes).sum();
        threads = threads(files);
    }

    /**
     * Files that are read for their rows and rejects alone, by one thread: nobody compares or counts them here.
     *
     * @param rejects takes what is rejected
     */
    public static Feeding apartFromTables(
            Collection<FileToFeed> files, List<String> columns, RejectSpool rejects, Progress.Stage progress) {
        return new Feeding(
                files,
                columns,
                rejects,
                new Repeats(0, 0),
                null,
                FileCounting::none,
                progress,
                Splitting.standard().none());
    }

    private static long bytes(FileToFeed file) {
        return file.file().version().bytes();
    }

    private int threads(Collection<FileToFeed> files) {
        long worth =
                files.stream().mapToLong(file -> splitting.threads(bytes(file))).sum();
        return (int) Math.max(1, Math.min(worth, splitting.processors()));
    }

    /** The text columns that the files fill, in order. */
    public List<String> columns() {
        return columns;
    }

    /** The files. */
    public Collection<FileToFeed> files() {
        return files;
    }

    /** Takes what is rejected. */
    public RejectSpool rejects() {
        return rejects;
    }

    Repeats repeats() {
        return repeats;
    }

    /** Tells which rows may have come before. */
    public RowComparison comparison() {
        return new RowComparison(repeats, apart);
    }

    /**
     * Takes the rows that may have come before, where the others go straight into {@code wau_audit_logs}; null where all go
     * into {@code staged}.
     */
    public @Nullable ApartRows apart() {
        return apart;
    }

    /** Advanced as bytes and files are read. */
    public Progress.Stage progress() {
        return progress;
    }

    /** How many threads the reading is worth. */
    public int threads() {
        return threads;
    }

    /**
     * The next file to read; null when there is none, or reading failed.
     *
     * @param current the one that was read until now: as long as it goes on
     */
    synchronized @Nullable FileInParts next(@Nullable FileInParts current) {
        if (failed()) {
            return null;
        }
        if (current != null && current.goesOn()) {
            return current;
        }
        FileToFeed file = waiting.poll();
        if (file != null) {
            return begin(file);
        }
        inParts.removeIf(open -> !open.goesOn());
        return inParts.isEmpty() ? null : inParts.get(0);
    }

    private FileInParts begin(FileToFeed file) {
        // Parts only help where the other threads would run out of files while this one is read.
        boolean parts = threads > 1 && bytes(file) >= splitting.from() && bytes(file) > bytesWaiting / threads;
        bytesWaiting -= bytes(file);
        FileInParts begun = new FileInParts(file, this, parts ? splitting.part() : 0);
        if (parts) {
            inParts.add(begun);
        }
        return begun;
    }

    /** The files that were read, once all are; their results are there. */
    synchronized List<FileToFeed> read() {
        return files.stream().filter(file -> !again.contains(file)).toList();
    }

    /** Whether reading failed: nothing more is worth reading. */
    public synchronized boolean failed() {
        return failure != null || stopped;
    }

    FileCounting counting() {
        return countings.get();
    }

    /** A file was read elsewhere, and nothing of it was counted. */
    public void done(StagedFile file) {
        done(file, List.of());
    }

    synchronized void done(StagedFile file, List<Long> countingsOfParts) {
        results.put(file.file().id(), file);
        counted.put(file.file().id(), countingsOfParts);
    }

    /** A file's parts were not to be trusted: the rows and rejects that they gave don't count. */
    synchronized void again(FileToFeed file, long rejectsGiven) {
        again.add(file);
        rejects.forget(file.file().id().value(), rejectsGiven);
    }

    /** The files that must be read again in one go, and whose rows so far must go. */
    public synchronized List<FileToFeed> again() {
        return List.copyOf(again);
    }

    /** Ends the whole stage. A warehouse may report an exception as text, so the exception itself waits here. */
    public synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    /** Lets no thread go on: nobody takes the rows any more. */
    public synchronized void stop() {
        stopped = true;
    }

    /** The result of a file that was read; null if it wasn't. */
    public synchronized @Nullable StagedFile result(FileId file) {
        return results.get(file);
    }

    /** Which countings of {@link CountingSpool} are those of a file that was read and not refused, one for each part. */
    synchronized List<Long> counted(FileId file) {
        return Objects.requireNonNull(counted.get(file), "a file was not read");
    }

    /** Throws what made reading fail, if it did. */
    public synchronized void rethrow() {
        if (failure instanceof WauException known) {
            throw known;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            boolean reading = failure instanceof IOException || failure instanceof UncheckedIOException;
            throw new WauException(
                    reading ? ErrorCode.STORE_FAILED : ErrorCode.INTERNAL,
                    "Cannot read the files to load: " + failure.getMessage(),
                    failure);
        }
    }
}
