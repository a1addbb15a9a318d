package dev.wau.benchmark.measure;

import dev.wau.benchmark.data.Shape;
import java.util.List;

/**
 * Ours beside its peers, on the same files in the same process.
 *
 * @param title what was done
 * @param shape of the files
 * @param bytes of the files
 * @param samples ours, then the peers
 */
public record Comparison(String title, Shape shape, long bytes, List<Samples> samples) {

    public Comparison {
        samples = List.copyOf(samples);
    }

    /** Ours. */
    public Samples ours() {
        return samples.get(0);
    }

    /** How many times longer than ours a way takes, median by median: above 1, ours is faster. */
    public double ratio(Samples way) {
        return way.median() / ours().median();
    }
}
