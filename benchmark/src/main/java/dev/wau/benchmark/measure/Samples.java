package dev.wau.benchmark.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The runs of one way.
 *
 * @param name of the way
 * @param description of the way
 * @param records that each run brought to their place
 * @param first seconds of the first run in this process: with a cold compiler and unopened libraries
 * @param warm seconds of the runs after it, in their order
 */
public record Samples(String name, String description, long records, double first, List<Double> warm) {

    public Samples {
        warm = List.copyOf(warm);
    }

    /** The median of the warm runs; the first where there is no other. */
    public double median() {
        if (warm.isEmpty()) {
            return first;
        }
        List<Double> sorted = new ArrayList<>(warm);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The fastest run. */
    public double least() {
        return warm.isEmpty() ? first : Collections.min(warm);
    }

    /** The slowest warm run. */
    public double most() {
        return warm.isEmpty() ? first : Collections.max(warm);
    }
}
