package dev.wau.infra.stack;

import dev.wau.infra.settings.Names;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** The metrics that runs write into their logs: docs/cloud.md lists them. */
final class RunMetrics {

    static final String NAMESPACE = "WAU";
    static final String AGGREGATE = "aggregate";
    static final String LOAD = "load";

    private final Names names;
    private final Duration period;

    RunMetrics(Names names, Duration period) {
        this.names = names;
        this.period = period;
    }

    Metric sum(String stage, String metric) {
        return of(stage, metric, "Sum");
    }

    Metric most(String stage, String metric) {
        return of(stage, metric, "Maximum");
    }

    /** The share of records that were rejected. */
    IMetric rejectedShare(String stage) {
        String read = stage + "_read";
        String rejected = stage + "_rejected";
        return MathExpression.Builder.create()
                .expression("IF(" + read + " > 0, " + rejected + " / " + read + ", 0)")
                .usingMetrics(
                        new TreeMap<>(Map.of(read, sum(stage, "RecordsRead"), rejected, sum(stage, "RecordsRejected"))))
                .label(stage)
                .period(period)
                .build();
    }

    private Metric of(String stage, String metric, String statistic) {
        return Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(metric)
                .dimensionsMap(new TreeMap<>(Map.of("Environment", names.environment(), "Stage", stage)))
                .statistic(statistic)
                .period(period)
                .build();
    }
}
