package dev.wau.spark;

import dev.wau.load.Bookmark;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.PendingLoads;
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
        PendingLoads loads = new PendingLoads(central, history, job);
        if (markers != null) {
            loads.run(MarkerList.of(markers, central), bookmark.bookmark(), done);
            return;
        }
        switch (bookmark.bookmark()) {
            case ENABLE -> loads.runOrList(done);
            case DISABLE -> done.accept(job.loadListing(Bookmark.DISABLE));
            case PAUSE -> loads.run(paused(bookmark), Bookmark.PAUSE, done);
        }
    }

    private List<ObjectKey> paused(JobBookmark bookmark) {
        return bookmark.from() == null
                ? new PendingMarkers(central, history).list()
                : bookmark.range(PendingMarkers.all(central));
    }
}
