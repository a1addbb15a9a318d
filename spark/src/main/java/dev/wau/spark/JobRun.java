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
 * The loads of one run of the job, as those of {@code wau load}: one for each marker, or one for all that stands under
 * {@code csv/}.
 *
 * @param history says which markers wait
 */
record JobRun(ObjectStore central, LoadHistory history, LoadJob job) {

    /**
     * Loads.
     *
     * @param markers see {@link MarkerList}; null: with a paused bookmark those of its range; else those that wait, and
     *     what stands under {@code csv/} where no marker was ever written, or with a disabled bookmark
     * @param done told of each load as it is committed
     */
    void run(JobBookmark bookmark, @Nullable String markers, Consumer<LoadResult> done) {
        if (markers == null && lists(bookmark.bookmark())) {
            done.accept(job.loadListing(bookmark.bookmark()));
            return;
        }
        LocalLoadEngine engine = new LocalLoadEngine(central, job);
        keys(bookmark, markers).forEach(marker -> done.accept(engine.run(marker, bookmark.bookmark())));
    }

    private boolean lists(Bookmark bookmark) {
        return switch (bookmark) {
            case ENABLE -> PendingMarkers.all(central).isEmpty();
            case DISABLE -> true;
            case PAUSE -> false;
        };
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
