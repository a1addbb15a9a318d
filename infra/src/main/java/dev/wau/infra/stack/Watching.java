package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Names;
import dev.wau.infra.settings.WatchSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Who is told of what: alarms to one topic, and the dashboard. */
final class Watching extends Construct {

    private static final Duration HOUR = Duration.hours(1);
    private static final Duration MINUTES = Duration.minutes(5);
    private static final int MINUTES_OF_A_DAY = 1440;

    private final Names names;
    private final Topic topic;
    private final List<Alarm> alarms = new ArrayList<>();

    Watching(Construct scope, Deployment deployment, Warehouse warehouse, Aggregation aggregation, Trigger trigger) {
        super(scope, "Watching");
        this.names = deployment.names();
        this.topic = topic(deployment.settings().watch().emails());
        new FailedRuns(this, names, topic);
        ofAggregation(deployment, aggregation);
        ofLoad(deployment, trigger);
        warehouse.limit().ifPresent(this::ofWarehouse);
        if (deployment.settings().watch().dashboard()) {
            new Board(this, deployment, alarms, aggregation, trigger);
        }
    }

    private Topic topic(List<String> emails) {
        Topic made = Topic.Builder.create(this, "Topic")
                .topicName(names.of("alarms"))
                .displayName("wau " + names.environment())
                .enforceSsl(true)
                .build();
        made.addToResourcePolicy(Allow.to(
                List.of(new ServicePrincipal("cloudwatch.amazonaws.com")),
                Allow.when(
                        Map.of("StringEquals", Map.of("aws:SourceAccount", names.account())),
                        made.getTopicArn(),
                        "sns:Publish")));
        emails.forEach(email -> made.addSubscription(new EmailSubscription(email)));
        return made;
    }

    private void ofAggregation(Deployment deployment, Aggregation aggregation) {
        WatchSettings settings = deployment.settings().watch();
        boolean scheduled = deployment.settings().aggregate().schedule() != null;
        RunMetrics hourly = new RunMetrics(names, HOUR);
        if (settings.markerWithinHours() > 0 && scheduled) {
            Alarm.Builder late = alarm("no-marker", hourly.sum(RunMetrics.AGGREGATE, "Markers"))
                    .alarmDescription("No completion marker for " + settings.markerWithinHours()
                            + " hours: look at the log of " + names.of(Aggregation.ROLE))
                    .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                    .threshold(1)
                    .evaluationPeriods(settings.markerWithinHours())
                    .treatMissingData(TreatMissingData.BREACHING);
            add(late);
        }
        add(alarm("missing-customers", hourly.most(RunMetrics.AGGREGATE, "MissingCustomers"))
                .alarmDescription("Customers could not be read: the marker, or the log of " + names.of(Aggregation.ROLE)
                        + ", names them")
                .threshold(1));
        add(alarm("rejects", hourly.rejectedShare(RunMetrics.AGGREGATE))
                .alarmDescription("More records than " + settings.rejectedShare()
                        + " of all could not be read at aggregation: wau rejects")
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .threshold(settings.rejectedShare()));
        if (settings.silentDays() > 0) {
            add(alarm("silence", hourly.most(RunMetrics.AGGREGATE, "LongestSilence"))
                    .alarmDescription("A customer has brought nothing for " + settings.silentDays()
                            + " days: the log of " + names.of(Aggregation.ROLE) + " names it")
                    .threshold(settings.silentDays())
                    // The state of the last run holds until the next.
                    .treatMissingData(TreatMissingData.IGNORE));
        }
        add(alarm("aggregation-errors", aggregation.function().function().metricErrors(every(MINUTES)))
                .alarmDescription("The aggregation ended in an error: its log says why")
                .threshold(1));
    }

    private void ofLoad(Deployment deployment, Trigger trigger) {
        WatchSettings settings = deployment.settings().watch();
        add(alarm("load-rejects", new RunMetrics(names, HOUR).rejectedShare(RunMetrics.LOAD))
                .alarmDescription(
                        "More records than " + settings.rejectedShare() + " of all could not be loaded: wau rejects")
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .threshold(settings.rejectedShare()));
        add(alarm("trigger-errors", trigger.function().function().metricErrors(every(MINUTES)))
                .alarmDescription("The trigger ended in an error: its log says why; its events come back")
                .threshold(1));
        add(alarm("dead-letters", trigger.dead().metricApproximateNumberOfMessagesVisible(every(MINUTES)))
                .alarmDescription(
                        "A completion marker was never loaded: wau status names it, wau run --engine glue starts"
                                + " its load; then purge " + names.of("markers-failed"))
                .threshold(1));
        waiting(deployment.settings().job().timeoutMinutes(), trigger.queue());
    }

    /**
     * By what is in the queue all the time. The age of the oldest message would be the metric, but it leaves out messages that
     * were received three times.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">AWS:
     *     metrics of queues</a>
     */
    private void waiting(int jobMinutes, Queue queue) {
        // Alarms look back a day by minutes, a week by hours.
        Duration period = jobMinutes <= MINUTES_OF_A_DAY ? MINUTES : HOUR;
        int minutes = period.toMinutes().intValue();
        MetricOptions most =
                MetricOptions.builder().period(period).statistic("Maximum").build();
        Map<String, IMetric> parts = new TreeMap<>();
        parts.put("held", queue.metricApproximateNumberOfMessagesNotVisible(most));
        parts.put("waiting", queue.metricApproximateNumberOfMessagesVisible(most));
        MathExpression all = MathExpression.Builder.create()
                .expression("waiting + held")
                .usingMetrics(parts)
                .label("markers in the queue")
                .period(period)
                .build();
        add(alarm("waiting", all)
                .alarmDescription("A completion marker waits for longer than a load may last")
                .evaluationPeriods((jobMinutes + minutes - 1) / minutes)
                .threshold(1));
    }

    private void ofWarehouse(UsageLimit limit) {
        add(alarm("rpu-hours", limit.consumed())
                .alarmDescription("The warehouse has used up the RPU-hours of a day, " + limit.amount()
                        + ": warehouse.daily-rpu-hours")
                .threshold(limit.amount()));
    }

    private static MetricOptions every(Duration period) {
        return MetricOptions.builder().period(period).build();
    }

    private Alarm.Builder alarm(String name, IMetric metric) {
        return Alarm.Builder.create(this, name)
                .alarmName(names.of(name))
                .metric(metric)
                .evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING);
    }

    private void add(Alarm.Builder builder) {
        Alarm alarm = builder.build();
        alarm.addAlarmAction(new SnsAction(topic));
        alarms.add(alarm);
    }
}
