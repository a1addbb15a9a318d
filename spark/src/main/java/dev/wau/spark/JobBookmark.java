package dev.wau.spark;

import dev.wau.complete.CompletionMarker;
import dev.wau.load.Bookmark;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run takes of what stands there: Glue's job bookmark, on the load history.
 *
 * @param bookmark what it does with the history
 * @param from with {@link Bookmark#PAUSE}: this batch and all before it are left out; null: no range
 * @param to with {@link Bookmark#PAUSE}: the last batch of the range
 */
record JobBookmark(
        Bookmark bookmark, @Nullable String from, @Nullable String to) {

    private static final Map<String, Bookmark> OPTIONS = Map.of(
            "job-bookmark-enable", Bookmark.ENABLE,
            "job-bookmark-disable", Bookmark.DISABLE,
            "job-bookmark-pause", Bookmark.PAUSE);

    JobBookmark {
        if (bookmark != Bookmark.PAUSE && (from != null || to != null)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid --job-bookmark-from and --job-bookmark-to: they have a meaning only with"
                            + " --job-bookmark-option job-bookmark-pause");
        }
        if ((from == null) != (to == null)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot load a range of batches: of --job-bookmark-from and --job-bookmark-to one is missing (give"
                            + " both or none)");
        }
    }

    /**
     * Of the arguments' values.
     *
     * @param option null: enable
     */
    static JobBookmark of(@Nullable String option, @Nullable String from, @Nullable String to) {
        Bookmark bookmark = option == null ? Bookmark.ENABLE : OPTIONS.get(option);
        if (bookmark == null) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid --job-bookmark-option: '" + option + "' ("
                            + String.join(", ", new TreeSet<>(OPTIONS.keySet())) + ")");
        }
        return new JobBookmark(bookmark, from, to);
    }

    /**
     * The markers of the range, oldest first.
     *
     * @param markers all that stand there, oldest first
     * @throws WauException NOT_FOUND: no marker is of one of its ends; INVALID_ARGUMENT: nothing is between them
     */
    List<ObjectKey> range(List<ObjectKey> markers) {
        int first = place(from, "--job-bookmark-from", markers) + 1;
        int end = place(to, "--job-bookmark-to", markers) + 1;
        if (first >= end) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid --job-bookmark-from and --job-bookmark-to: no batch is after " + from + " and not after "
                            + to + " (the first is left out, the second is the last that is loaded)");
        }
        return markers.subList(first, end);
    }

    private static int place(@Nullable String batch, String argument, List<ObjectKey> markers) {
        int place = markers.indexOf(CompletionMarker.key(new BatchId(String.valueOf(batch))));
        if (place < 0) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find the batch of " + argument + ": '" + batch
                            + "' has no marker under complete/ (a batch as"
                            + " 'wau history --batches' shows it; a run's id of Glue's says nothing here)");
        }
        return place;
    }
}
