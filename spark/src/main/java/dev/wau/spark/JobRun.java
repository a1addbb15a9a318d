package dev.wau.spark;

import dev.wau.load.Bookmark;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.LocalLoadEngine;
import dev.wau.load.PendingMarkers;
import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The loads of one run of the job: one for each marker, or one for all that stands under {@code csv/}.
 *
 * @param history says which markers wait
 */
record JobRun(ObjectStore central, LoadHistory history, LoadJob job) {

    /**
     * Loads.
     *
     * @param markers see {@link MarkerList}; null: with a paused bookmark those of its range, or, without one, those that
     *     wait; else what stands under {@code csv/}
     * @param done told of each load as it is committed
     */
    void run(JobBookmark bookmark, @Nullable String markers, Consumer<LoadResult> done) {
        if (markers == null && bookmark.bookmark() != Bookmark.PAUSE) {
            done.accept(job.loadListing(bookmark.bookmark()));
            return;
        }
        LocalLoadEngine engine = new LocalLoadEngine(central, job);
        keys(bookmark, markers).forEach(marker -> done.accept(engine.run(marker, bookmark.bookmark())));
    }

    private List<ObjectKey> keys(JobBookmark bookmark, @Nullable String markers) {
        if (markers != null) {
            return MarkerList.of(markers, central);
        }
        return bookmark.from() == null
                ? new PendingMarkers(central, history).list()
                : bookmark.range(PendingMarkers.all(central));
    }
}
