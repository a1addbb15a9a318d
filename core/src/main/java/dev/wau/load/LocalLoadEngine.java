package dev.wau.load;

import dev.wau.complete.CompletionMarker;
import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.trigger.LoadEngine;
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
     * @throws dev.wau.model.WauException NOT_FOUND, INVALID_MARKER, or what the job throws
     */
    @Override
    public LoadResult run(ObjectKey marker) {
        Optional<CompletionMarker> manifest = new MarkerReader(central).read(marker);
        return manifest.isPresent() ? job.load(manifest.get()) : job.loadListing();
    }
}
