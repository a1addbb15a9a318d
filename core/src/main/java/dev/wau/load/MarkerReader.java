package dev.wau.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerJson;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads markers of the central bucket. Thread-safe. */
final class MarkerReader {

    private final ObjectStore central;

    MarkerReader(ObjectStore central) {
        this.central = central;
    }

    /**
     * The manifest under this key; empty if the marker is a plain one.
     *
     * @throws WauException NOT_FOUND, INVALID_MARKER or STORE_FAILED
     */
    Optional<CompletionMarker> read(ObjectKey key) {
        StoredObject object = central.find(key)
                .orElseThrow(() -> new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot find marker " + key + " in " + central.location()
                                + " (completion markers stand under complete/)"));
        return manifest(object);
    }

    /** The same, or empty if nothing stands there. */
    Optional<CompletionMarker> find(ObjectKey key) {
        return central.find(key).flatMap(this::manifest);
    }

    private Optional<CompletionMarker> manifest(StoredObject object) {
        try (InputStream in = central.read(object)) {
            return MarkerJson.read(in.readAllBytes(), object.key());
        } catch (IOException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED, "Cannot read marker " + object.key() + ": " + e.getMessage(), e);
        }
    }
}
