package dev.wau.load;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a load without a named marker does, wherever it runs: the markers that wait, oldest first; where no marker was ever
 * written, what stands under {@code csv/}.
 *
 * @param history says which markers wait
 */
public record PendingLoads(ObjectStore central, LoadHistory history, LoadJob job) {

    /**
     * Loads the markers that wait; where there never was one, what stands under {@code csv/}.
     *
     * @param done told of each load as it is committed
     * @throws WauException INVALID_MARKER, after all others are loaded
     */
    public void runOrList(Consumer<LoadResult> done) {
        if (PendingMarkers.all(central).isEmpty()) {
            done.accept(job.loadListing());
        } else {
            run(done);
        }
    }

    /**
     * Loads every marker that isn't loaded yet, oldest first: the newest, and any whose event was lost. One that can't be
     * read doesn't keep the others from it.
     *
     * @param done told of each load as it is committed
     * @throws WauException INVALID_MARKER, after all others are loaded
     */
    public void run(Consumer<LoadResult> done) {
        run(new PendingMarkers(central, history).list(), Bookmark.ENABLE, done);
    }

    /**
     * The same for these markers.
     *
     * @throws WauException INVALID_MARKER, after all others are loaded
     */
    public void run(List<ObjectKey> markers, Bookmark bookmark, Consumer<LoadResult> done) {
        LocalLoadEngine engine = new LocalLoadEngine(central, job);
        WauException invalid = null;
        for (ObjectKey marker : markers) {
            try {
                done.accept(engine.run(marker, bookmark));
            } catch (WauException e) {
                if (e.code() != ErrorCode.INVALID_MARKER) {
                    throw e;
                }
                invalid = e;
            }
        }
        if (invalid != null) {
            throw invalid;
        }
    }
}
