package dev.wau.spark;

import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.LocalLoadEngine;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The loads of one run of the job: one for each marker, or one for all that stands under {@code csv/}. */
record JobRun(ObjectStore central, LoadJob job) {

    /**
     * Loads.
     *
     * @param markers see {@link MarkerList}; null: list
     * @param done told of each load as it is committed
     */
    void run(Bookmark bookmark, @Nullable String markers, Consumer<LoadResult> done) {
        if (bookmark.option() != Bookmark.Option.ENABLE) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot run with " + bookmark.option().argument()
                            + ": only job-bookmark-enable loads ('wau unload' and 'wau reload' take files back)");
        }
        if (markers == null) {
            done.accept(job.loadListing());
            return;
        }
        LocalLoadEngine engine = new LocalLoadEngine(central, job);
        MarkerList.of(markers, central).forEach(marker -> done.accept(engine.run(marker)));
    }
}
