package dev.wau.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The markers that no load run has seen: what heals a lost event. Looks at {@code complete/*.json} and the batches of the
 * history; a marker that isn't a manifest has no batch and is never pending. Thread-safe.
 */
public final class PendingMarkers {

    private final ObjectStore central;
    private final LoadHistory history;

    public PendingMarkers(ObjectStore central, LoadHistory history) {
        this.central = central;
        this.history = history;
    }

    /** All markers with a manifest's name that stand in the central bucket, loaded or not; oldest first. */
    public static List<ObjectKey> all(ObjectStore central) {
        try (Stream<StoredObject> markers = central.list(CompletionMarker.FOLDER)) {
            return markers.map(StoredObject::key)
                    .filter(key -> CompletionMarker.batch(key.fileName()).isPresent())
                    .toList();
        }
    }

    /** Those that no load run has seen; oldest first. */
    public List<ObjectKey> list() {
        Set<ObjectKey> seen = new HashSet<>();
        history.batches().forEach(batch -> seen.add(CompletionMarker.key(batch.batch())));
        return all(central).stream().filter(key -> !seen.contains(key)).toList();
    }
}
