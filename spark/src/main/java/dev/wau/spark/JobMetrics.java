package dev.wau.spark;

import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
import dev.wau.load.LoadResult;
import dev.wau.metrics.EmbeddedMetrics;
import dev.wau.metrics.MeasuredStage;
import dev.wau.metrics.Measurement;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one run of the job: one line at its end, however it ends, about all loads that it committed. docs/glue.md
 * lists them. For one thread.
 */
final class JobMetrics {

    private final @Nullable EmbeddedMetrics metrics;
    private final PrintStream out;
    private final List<LoadResult> committed = new ArrayList<>();

    /** @param environment null: none are told */
    JobMetrics(@Nullable String environment, InstantSource clock, PrintStream out) {
        this.metrics = environment == null ? null : new EmbeddedMetrics(environment, MeasuredStage.LOAD, clock);
        this.out = out;
    }

    /** The run has committed a load. */
    void add(LoadResult result) {
        committed.add(result);
    }

    /** Runs it, and tells its metrics. */
    void of(Runnable run) {
        long begun = System.nanoTime();
        boolean ended = false;
        try {
            run.run();
            ended = true;
        } finally {
            tell(Duration.ofNanos(System.nanoTime() - begun), ended ? 0 : 1);
        }
    }

    private void tell(Duration took, int failed) {
        if (metrics == null) {
            return;
        }
        long loaded = 0;
        long refused = 0;
        FileCounts counts = FileCounts.ZERO;
        for (LoadResult result : committed) {
            loaded += result.entered();
            refused += result.count(FileAction.REFUSED);
            counts = counts.plus(result.counts());
        }
        List<Measurement> measured = List.of(
                Measurement.count("FilesLoaded", loaded),
                Measurement.count("FilesRefused", refused),
                Measurement.count("RowsLoaded", counts.loaded()),
                Measurement.count("RowsSuppressed", counts.suppressed()),
                Measurement.count("RecordsRead", counts.read()),
                Measurement.count("RecordsRejected", counts.rejected()),
                Measurement.seconds("RunSeconds", took),
                Measurement.count("RunsFailed", failed));
        out.println(metrics.line(measured, json -> json.writeStringField("message", "metrics")));
    }
}
