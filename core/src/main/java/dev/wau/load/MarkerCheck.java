package dev.wau.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.load.Finding.Kind;
import dev.wau.load.LoadHistory.HistoryBatch;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Compares the batches of the history with the markers of the central bucket, and both with what they say of files. */
final class MarkerCheck {

    private static final String STAGE = "aggregate";

    private final ObjectStore central;
    private final LoadHistory history;
    private final Map<FileBatch, HistoryFile> live = new HashMap<>();

    private record FileBatch(ObjectKey key, String sha256, String batch) {}

    /** @param files all of the history */
    MarkerCheck(ObjectStore central, LoadHistory history, List<HistoryFile> files) {
        this.central = central;
        this.history = history;
        for (HistoryFile file : files) {
            var batch = file.version().batch();
            if (file.isLive() && batch != null) {
                live.put(
                        new FileBatch(
                                file.version().key(), file.version().sha256().hex(), batch.value()),
                        file);
            }
        }
    }

    void run(Consumer<Finding> findings) {
        List<ObjectKey> standing = PendingMarkers.all(central);
        Set<ObjectKey> loaded = new HashSet<>();
        for (HistoryBatch batch : history.batches()) {
            ObjectKey key = CompletionMarker.key(batch.batch());
            loaded.add(key);
            if (!standing.contains(key)) {
                findings.accept(new Finding(
                        key,
                        0,
                        Kind.MARKER_GONE,
                        "this batch was loaded, but its marker doesn't stand there any more (restore it if you can:"
                                + " a reload asks it what aggregation rejected)"));
            }
        }
        for (ObjectKey key : standing) {
            Optional<CompletionMarker> marker = read(key, findings);
            if (marker.isPresent() && !loaded.contains(key)) {
                findings.accept(new Finding(
                        key, 0, Kind.NOT_LOADED, "the marker of a batch that the history doesn't have ('wau load')"));
            }
            marker.ifPresent(manifest -> compare(manifest, findings));
        }
    }

    private Optional<CompletionMarker> read(ObjectKey key, Consumer<Finding> findings) {
        try {
            return new MarkerReader(central).find(key);
        } catch (WauException e) {
            if (e.code() != ErrorCode.INVALID_MARKER) {
                throw e;
            }
            findings.accept(new Finding(key, 0, Kind.OBJECT_CHANGED, Objects.toString(e.getMessage())));
            return Optional.empty();
        }
    }

    /** What aggregation rejected is in the marker and, once loaded, in the history. */
    private void compare(CompletionMarker marker, Consumer<Finding> findings) {
        for (MarkerFile file : marker.files()) {
            HistoryFile known = live.get(new FileBatch(
                    file.key(), file.sha256().hex(), marker.batch().value()));
            if (known != null && !file.rejects().isEmpty()) {
                compare(known, file, findings);
            }
        }
    }

    private void compare(HistoryFile known, MarkerFile file, Consumer<Finding> findings) {
        String key = file.key().path();
        Set<String> kept = new HashSet<>();
        history.rejects(new LoadHistory.Filter(null, key, null, Integer.MAX_VALUE)).stream()
                .filter(reject ->
                        reject.file().id().equals(known.id()) && reject.stage().equals(STAGE))
                .forEach(
                        reject -> kept.add(reject.line() + " " + reject.reason().code()));
        for (Reject reject : file.rejects()) {
            if (!kept.remove(reject.line() + " " + reject.reason().code())) {
                findings.accept(new Finding(
                        file.key(),
                        0,
                        Kind.REJECTS_DIFFER,
                        "aggregation rejected line " + reject.line() + " of the source ("
                                + reject.reason().code() + "), but wau_rejects doesn't have it ('wau reload " + key
                                + "')"));
            }
        }
        if (!kept.isEmpty()) {
            findings.accept(new Finding(
                    file.key(),
                    0,
                    Kind.REJECTS_DIFFER,
                    "wau_rejects has rejects of the source that the marker doesn't name ('wau reload " + key + "')"));
        }
    }
}
