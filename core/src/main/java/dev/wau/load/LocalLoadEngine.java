package dev.wau.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerJson;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.trigger.LoadEngine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Runs the load job in this process. Thread-safe as its ports are. */
public final class LocalLoadEngine implements LoadEngine<LoadResult> {

    private final ObjectStore central;
    private final LoadJob job;

    public LocalLoadEngine(ObjectStore central, LoadJob job) {
        this.central = central;
        this.job = job;
    }

    /**
     * A manifest names the files; any other marker means: list {@code csv/}.
     *
     * @throws WauException NOT_FOUND, INVALID_MARKER, or what the job throws
     */
    @Override
    public LoadResult run(ObjectKey marker) {
        Optional<CompletionMarker> manifest = MarkerJson.read(content(marker), marker);
        return manifest.isPresent() ? job.load(manifest.get()) : job.loadListing();
    }

    private byte[] content(ObjectKey marker) {
        StoredObject object = central.find(marker)
                .orElseThrow(() -> new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot find marker " + marker + " in " + central.location()
                                + " (completion markers stand under complete/)"));
        try (InputStream in = central.read(object)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot read marker " + marker + ": " + e.getMessage(), e);
        }
    }
}
