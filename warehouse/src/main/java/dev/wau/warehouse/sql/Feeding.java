package dev.wau.warehouse.sql;

import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
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
 * thread is left with it at the end. Thread-safe.
 */
public final class Feeding {

    private final Queue<FileToFeed> waiting = new ArrayDeque<>();
    private final List<String> columns;
    private final RejectSpool rejects;
    private final Repeats repeats;
    private final @Nullable ApartRows apart;
    private final Progress.Stage progress;
    private final Supplier<FileCounting> countings;
    private final Map<FileId, FileCounting> counted = new HashMap<>();
    private final Map<FileId, StagedFile> results = new HashMap<>();
    private final int files;
    private @Nullable Throwable failure;
    private boolean stopped;

    Feeding(
            Collection<FileToFeed> files,
            List<String> columns,
            RejectSpool rejects,
            Repeats repeats,
            @Nullable ApartRows apart,
            Supplier<FileCounting> countings,
            Progress.Stage progress) {
        this.countings = countings;
        this.columns = columns;
        this.rejects = rejects;
        this.repeats = repeats;
        this.apart = apart;
        this.progress = progress;
        this.files = files.size();
        files.stream()
                .sorted(Comparator.comparingLong(
                                (FileToFeed file) -> file.file().version().bytes())
                        .reversed())
                .forEach(waiting::add);
    }

    /** The text columns that the files fill, in order. */
    public List<String> columns() {
        return columns;
    }

    RejectSpool rejects() {
        return rejects;
    }

    /** Tells which rows may have come before. */
    public Repeats repeats() {
        return repeats;
    }

    /**
     * Takes the rows that may have come before, where the others go straight into {@code wau_audit_logs}; null where all go
     * into {@code staged}.
     */
    public @Nullable ApartRows apart() {
        return apart;
    }

    Progress.Stage progress() {
        return progress;
    }

    /** How many threads the reading is worth. */
    public int threads() {
        return Math.max(1, Math.min(files, Runtime.getRuntime().availableProcessors()));
    }

    /** The next file to read; null when there is none, or reading failed. */
    synchronized @Nullable FileToFeed next() {
        return failed() ? null : waiting.poll();
    }

    /** Whether reading failed: nothing more is worth reading. */
    public synchronized boolean failed() {
        return failure != null || stopped;
    }

    FileCounting counting() {
        return countings.get();
    }

    synchronized void done(StagedFile file, FileCounting counting) {
        results.put(file.file().id(), file);
        counted.put(file.file().id(), counting);
    }

    synchronized void refused(FileToFeed file, FileRefusedException refusal) {
        results.put(file.file().id(), new StagedFile(file.file(), 0, 0, null, null, refusal));
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
    synchronized @Nullable StagedFile result(FileId file) {
        return results.get(file);
    }

    /** What was counted of a file that was read and not refused. */
    synchronized FileCounting counted(FileId file) {
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
