package dev.wau.complete;

import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Writes and reads completion markers in the central bucket. Thread-safe. */
public final class MarkerPublisher {

    private final ObjectStore central;

    /** Markers of this bucket. */
    public MarkerPublisher(ObjectStore central) {
        this.central = central;
    }

    /**
     * Writes the batch's marker, at most once: a marker that stands there is never replaced.
     *
     * @return where it stands
     * @throws WauException STORE_FAILED; INVALID_MARKER when the batch already has a marker with other content
     */
    public ObjectKey publish(CompletionMarker marker) {
        ObjectKey key = CompletionMarker.key(marker.batch());
        byte[] content = MarkerJson.write(marker);
        if (!central.createIfAbsent(key, content) && !sameBatch(key, marker)) {
            throw new WauException(
                    ErrorCode.INVALID_MARKER,
                    "Cannot write marker " + key + ": another one stands there (a batch has one marker, written once)");
        }
        return key;
    }

    /** Whether the batch has its marker. */
    public boolean isPublished(BatchId batch) {
        return central.find(CompletionMarker.key(batch)).isPresent();
    }

    /**
     * Reads a marker.
     *
     * @return empty if it is a plain one, without a manifest
     * @throws WauException NOT_FOUND, INVALID_MARKER, STORE_FAILED
     */
    public Optional<CompletionMarker> read(ObjectKey key) {
        StoredObject object = central.find(key)
                .orElseThrow(() -> new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot read marker " + key + ": nothing stands there in " + central.location()));
        try (InputStream bytes = central.read(object)) {
            return MarkerJson.read(bytes.readAllBytes(), key);
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot read marker " + key + ": " + e.getMessage(), e);
        }
    }

    // The reply to an earlier try may have been lost: then the marker is there, completed a moment earlier.
    private boolean sameBatch(ObjectKey key, CompletionMarker marker) {
        return read(key)
                .filter(there -> there.batch().equals(marker.batch())
                        && there.started().equals(marker.started())
                        && there.customers().equals(marker.customers())
                        && there.files().equals(marker.files()))
                .isPresent();
    }
}
