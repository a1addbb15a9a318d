package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Names;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;

/** How an environment does, on one page of CloudWatch, in the order of the data's way. */
final class Board extends Construct {

    private static final Duration PERIOD = Duration.hours(1);
    private static final int THIRD = 8;
    private static final int WHOLE = 24;

    Board(Construct scope, Deployment deployment, List<Alarm> alarms, Aggregation aggregation, Trigger trigger) {
        super(scope, "Board");
        Names names = deployment.names();
        RunMetrics metrics = new RunMetrics(names, PERIOD);
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(names.prefix())
                .widgets(List.of(
                        state(alarms), aggregate(metrics), load(metrics), machines(names, aggregation, trigger)))
                .build();
    }

    private static List<IWidget> state(List<Alarm> alarms) {
        return List.of(AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .width(WHOLE)
                .alarms(alarms)
                .build());
    }

    private static List<IWidget> aggregate(RunMetrics metrics) {
        return List.of(
                graph("Completion markers", metrics.sum(RunMetrics.AGGREGATE, "Markers")),
                graph(
                        "Records brought",
                        metrics.sum(RunMetrics.AGGREGATE, "RecordsRead"),
                        metrics.sum(RunMetrics.AGGREGATE, "RecordsRejected")),
                graph(
                        "Customers: missing, days of the longest silence",
                        metrics.most(RunMetrics.AGGREGATE, "MissingCustomers"),
                        metrics.most(RunMetrics.AGGREGATE, "LongestSilence")));
    }

    private static List<IWidget> load(RunMetrics metrics) {
        return List.of(
                graph(
                        "Rows loaded, suppressed, rejected",
                        metrics.sum(RunMetrics.LOAD, "RowsLoaded"),
                        metrics.sum(RunMetrics.LOAD, "RowsSuppressed"),
                        metrics.sum(RunMetrics.LOAD, "RecordsRejected")),
                graph(
                        "Seconds of a run",
                        metrics.most(RunMetrics.AGGREGATE, "RunSeconds"),
                        metrics.most(RunMetrics.LOAD, "RunSeconds")),
                graph(
                        "Share of rejected records",
                        metrics.rejectedShare(RunMetrics.AGGREGATE),
                        metrics.rejectedShare(RunMetrics.LOAD)));
    }

    private static List<IWidget> machines(Names names, Aggregation aggregation, Trigger trigger) {
        return List.of(
                graph(
                        "Markers that wait, dead letters",
                        trigger.queue().metricApproximateNumberOfMessagesVisible(),
                        trigger.dead().metricApproximateNumberOfMessagesVisible()),
                graph(
                        "Functions' errors",
                        aggregation.function().function().metricErrors(),
                        trigger.function().function().metricErrors()),
                graph("Warehouse, RPU seconds", computeSeconds(names)));
    }

    private static Metric computeSeconds(Names names) {
        return Metric.Builder.create()
                .namespace("AWS/Redshift-Serverless")
                .metricName("ComputeSeconds")
                .dimensionsMap(Map.of("Workgroup", names.workgroup()))
                .statistic("Sum")
                .period(PERIOD)
                .build();
    }

    private static GraphWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .width(THIRD)
                .build();
    }
}
