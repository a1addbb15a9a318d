package dev.wau.aggregate;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.model.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What must be the same in the central bucket whichever way its files came there.
 *
 * @param csv the aggregated files
 * @param ledgers what is remembered of them, without marks of versions and batches
 * @param named for each file's key, in which number of markers it is
 */
record Outcome(Map<String, String> csv, Map<String, String> ledgers, Map<String, Long> named) {

    static Outcome of(AggregateBench bench) {
        Map<String, String> ledgers = new TreeMap<>();
        bench.contents("state/aggregate/ledger/")
                .forEach((key, text) -> ledgers.put(key, text.replaceAll("\"(mark|etag|batch)\":\"[^\"]*\",?", "")));
        Map<String, Long> named = new TreeMap<>();
        for (CompletionMarker marker : markers(bench)) {
            marker.files().stream().map(MarkerFile::key).forEach(key -> named.merge(key.path(), 1L, Long::sum));
        }
        return new Outcome(bench.contents("csv/"), ledgers, named);
    }

    /** The markers, oldest first. */
    static List<CompletionMarker> markers(AggregateBench bench) {
        return bench.keys("complete/").stream()
                .map(key -> bench.marker(new ObjectKey(key)))
                .toList();
    }

    /** The same, where a file may stand in several markers: it came again, or a late run has replaced it by its equal. */
    Outcome atLeastOnce() {
        Map<String, Long> once = new TreeMap<>(named);
        once.replaceAll((key, times) -> Objects.requireNonNull(times) > 0 ? 1L : 0L);
        return new Outcome(csv, ledgers, once);
    }
}
