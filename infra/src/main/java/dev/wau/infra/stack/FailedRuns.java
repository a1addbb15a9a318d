package dev.wau.infra.stack;

import dev.wau.infra.settings.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * Job runs that failed. A run that dies can't write a metric, so the event is Glue's; its message stays out, since EventBridge
 * doesn't escape the quotes in it, and a mail with a broken text is never sent.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html">AWS: Glue's
 *     events</a>
 */
final class FailedRuns extends Construct {

    FailedRuns(Construct scope, Names names, Topic topic) {
        super(scope, "FailedRuns");
        Rule.Builder.create(this, "Rule")
                .ruleName(names.of("failed-run"))
                .description("wau: a load run failed")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.glue"))
                        .detailType(List.of("Glue Job State Change"))
                        .detail(new TreeMap<>(Map.of(
                                "jobName",
                                List.of(names.job()),
                                "state",
                                List.of("FAILED", "TIMEOUT", "ERROR", "STOPPED"))))
                        .build())
                .targets(List.of(SnsTopic.Builder.create(topic)
                        .authorizeUsingRole(true)
                        .message(RuleTargetInput.fromText("wau " + names.environment() + ": load run "
                                + EventField.fromPath("$.detail.jobRunId") + " ended as "
                                + EventField.fromPath("$.detail.state")
                                + " (why: aws glue get-job-run --job-name " + names.job() + " --run-id "
                                + EventField.fromPath("$.detail.jobRunId")
                                + "). Nothing of it is visible. 'wau status' names the marker; 'wau run --engine glue'"
                                + " starts its load again."))
                        .build()))
                .build();
    }
}
