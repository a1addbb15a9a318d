package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Basis;
import dev.wau.analyse.ActivityStore.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts customers into those that the newest batch expected and the others; without a batch all are expected. */
final class Reaches {

    private final List<Reach> expected = new ArrayList<>();
    private final List<Reach> unexpected = new ArrayList<>();
    private @Nullable String newest;

    void newest(String batch) {
        newest = batch;
    }

    void add(Reach reach, boolean inBatch) {
        (inBatch || newest == null ? expected : unexpected).add(reach);
    }

    Basis basis(long files, long rows, long rejects, long batches) {
        expected.sort(Comparator.comparing(Reach::customer));
        unexpected.sort(Comparator.comparing(Reach::customer));
        return new Basis(files, rows, rejects, batches, newest, expected, unexpected);
    }
}
