package dev.wau.benchmark.measure;

import dev.wau.benchmark.way.Way;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The runs of one way.
 *
 * @param name of the way
 * @param description of the way
 * @param runs in their order; the first with a cold compiler and unopened libraries
 */
public record Samples(String name, String description, List<Way.Result> runs) {

    public Samples {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("Invalid samples of " + name + ": none");
        }
    }

    /** Seconds of the first run. */
    public double first() {
        return seconds(runs.get(0));
    }

    /** Seconds of the runs after the first, or of the only one. */
    public List<Double> warm() {
        return each(Samples::seconds);
    }

    /** The median of {@link #warm}. */
    public double median() {
        return Median.of(warm());
    }

    /** The median of the warm runs' CPU seconds; 0: not known. */
    public double cpuMedian() {
        return Median.of(each(run -> run.cpuNanos() / 1e9));
    }

    /** The fastest of {@link #warm}. */
    public double least() {
        return warm().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** The slowest of {@link #warm}. */
    public double most() {
        return warm().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** The most memory any run held; 0: not known. */
    public long peakBytes() {
        return runs.stream().mapToLong(Way.Result::peakBytes).max().orElse(0);
    }

    private List<Double> each(ToDoubleFunction<Way.Result> what) {
        List<Way.Result> warm = runs.size() == 1 ? runs : runs.subList(1, runs.size());
        return warm.stream().map(what::applyAsDouble).toList();
    }

    private static double seconds(Way.Result run) {
        return run.nanos() / 1e9;
    }
}
