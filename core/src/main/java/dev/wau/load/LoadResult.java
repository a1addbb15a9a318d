package dev.wau.load;

import dev.wau.model.BatchId;
import dev.wau.model.RunId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load run did.
 *
 * @param run its id; it stands in the history only if {@code changed}
 * @param batch the marker's batch; null for a listing
 * @param files every file the run looked at, but those that were loaded already
 * @param unchanged how many were loaded already
 * @param restatements weeks already reported whose numbers it changed
 * @param changed whether anything was committed; false means the run found nothing new and left no trace
 * @param took how long
 */
public record LoadResult(
        RunId run,
        @Nullable BatchId batch,
        List<FileResult> files,
        long unchanged,
        List<Restatement> restatements,
        boolean changed,
        Duration took) {

    public LoadResult {
        files = List.copyOf(files);
        restatements = List.copyOf(restatements);
    }

    /** How many files had this done. */
    public long count(FileAction action) {
        return files.stream().filter(file -> file.action() == action).count();
    }

    /** How many files' records entered the table. */
    public long entered() {
        return files.stream().filter(file -> file.action().enters()).count();
    }

    /** The accounting of all files that entered. */
    public FileCounts counts() {
        return files.stream().map(FileResult::counts).reduce(FileCounts.ZERO, FileCounts::plus);
    }

    /** Bytes of the files that entered. */
    public long bytes() {
        return files.stream()
                .filter(file -> file.action().enters())
                .mapToLong(file -> file.version().bytes())
                .sum();
    }

    /** Whether someone who asked to be strict should look: rejects, refused or missing files. */
    public boolean isSpotless() {
        return counts().rejected() == 0
                && files.stream()
                        .noneMatch(file -> file.action() == FileAction.REFUSED
                                || file.action() == FileAction.REFUSED_BEFORE
                                || file.action() == FileAction.GONE);
    }
}
