package dev.wau.load;

import dev.wau.load.LoadHistory.HistoryBatch;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rewind takes back.
 *
 * @param batches that are forgotten
 * @param files that leave
 */
record Rewind(List<BatchId> batches, List<HistoryFile> files) {

    /**
     * All that came after a batch, by the order of batches; after null: all.
     *
     * @throws WauException NOT_FOUND
     */
    static Rewind after(@Nullable BatchId last, LoadHistory history) {
        List<BatchId> recorded =
                history.batches().stream().map(HistoryBatch::batch).toList();
        if (last != null && !recorded.contains(last)) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot rewind to batch " + last + ": the history has none of that name ('wau history --batches'"
                            + " shows them)");
        }
        List<BatchId> later = recorded.stream()
                .filter(batch -> last == null || batch.compareTo(last) > 0)
                .toList();
        Set<BatchId> leaving = new HashSet<>(later);
        List<HistoryFile> files = history.files(LoadHistory.Filter.ALL).stream()
                .filter(HistoryFile::isLive)
                .filter(file -> last == null || leaving.contains(file.version().batch()))
                .toList();
        return new Rewind(later, files);
    }
}
