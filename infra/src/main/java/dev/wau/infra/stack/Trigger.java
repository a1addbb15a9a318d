package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Names;
import dev.wau.infra.settings.TriggerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.sqs.CfnQueuePolicy;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The trigger: a completion marker's event goes through a queue to the function that starts the job. While the job is busy,
 * the event comes back; one that comes back for longer than loads can last ends in the dead-letter queue.
 */
final class Trigger extends Construct {

    /** Its part of names: {@code wau-production-trigger}. */
    static final String ROLE = "trigger";

    /** The class of its handler. */
    static final String HANDLER = "dev.wau.lambda.Trigger";

    private static final Duration TIMEOUT = Duration.minutes(1);

    /** As AWS recommends: six times the function's time. */
    private static final int LEAST_VISIBILITY = 6;

    private static final int MOST_RECEIVES = 1000;
    private static final Duration RETENTION = Duration.days(14);

    private final Names names;
    private final Queue dead;
    private final Queue queue;
    private final JavaFunction function;

    Trigger(Construct scope, Deployment deployment, Packages packages, Storage storage, Job job) {
        super(scope, "Trigger");
        this.names = deployment.names();
        TriggerSettings settings = deployment.settings().trigger();
        // A marker waits while one load runs as long as it may, and another before it.
        int minutes = 2 * deployment.settings().job().timeoutMinutes();
        int visibility = Math.max(LEAST_VISIBILITY, (minutes + MOST_RECEIVES - 1) / MOST_RECEIVES);
        this.dead = queue("DeadLetters", names.of("markers-failed")).build();
        this.queue = queue("Markers", names.of("markers"))
                .visibilityTimeout(Duration.minutes(visibility))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(dead)
                        .maxReceiveCount(Math.max(10, (minutes + visibility - 1) / visibility))
                        .build())
                .build();
        this.function = new JavaFunction(
                this,
                deployment,
                new JavaFunction.Spec(
                        ROLE,
                        "starts one load for each completion marker",
                        packages.trigger(),
                        HANDLER,
                        settings.memory(),
                        TIMEOUT,
                        Architecture.ARM_64,
                        settings.snapStart(),
                        variables(settings, storage),
                        null));
        function.allow(Allow.on(job.arn(), "glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns"));
        function.alias()
                .addEventSource(SqsEventSource.Builder.create(queue)
                        .batchSize(10)
                        .reportBatchItemFailures(true)
                        .build());
        notifyOfMarkers(settings, storage);
    }

    private Queue.Builder queue(String id, String name) {
        return Queue.Builder.create(this, id)
                .queueName(name)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(RETENTION);
    }

    private Map<String, String> variables(TriggerSettings settings, Storage storage) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("WAU_CENTRAL", "s3://" + storage.central().getBucketName());
        variables.put("WAU_COMPLETE", settings.markers());
        variables.put("WAU_GLUE_JOB", names.job());
        variables.put("WAU_ENVIRONMENT", names.environment());
        return variables;
    }

    /**
     * On the bucket itself, not by CDK's own notifications, which take a function with rights on every bucket. S3 asks the
     * queue when the notification is made, so the queue's policy comes before the bucket, and knows it by name.
     */
    private void notifyOfMarkers(TriggerSettings settings, Storage storage) {
        queue.addToResourcePolicy(Allow.to(
                List.of(new ServicePrincipal("s3.amazonaws.com")),
                Allow.when(
                        new TreeMap<>(Map.of(
                                "ArnEquals",
                                Map.of("aws:SourceArn", names.bucketArn(names.bucket())),
                                "StringEquals",
                                Map.of("aws:SourceAccount", names.account()))),
                        queue.getQueueArn(),
                        "sqs:SendMessage")));
        CfnBucket bucket = (CfnBucket) storage.central().getNode().getDefaultChild();
        bucket.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                .queueConfigurations(List.of(CfnBucket.QueueConfigurationProperty.builder()
                        .event("s3:ObjectCreated:*")
                        .queue(queue.getQueueArn())
                        .filter(filter(settings))
                        .build()))
                .build());
        for (IConstruct part : queue.getNode().findAll()) {
            if (part instanceof CfnQueuePolicy policy) {
                bucket.getNode().addDependency(policy);
            }
        }
    }

    private static CfnBucket.NotificationFilterProperty filter(TriggerSettings settings) {
        List<Object> rules = new ArrayList<>();
        rules.add(rule("prefix", settings.prefix()));
        if (!settings.suffix().isEmpty()) {
            rules.add(rule("suffix", settings.suffix()));
        }
        return CfnBucket.NotificationFilterProperty.builder()
                .s3Key(CfnBucket.S3KeyFilterProperty.builder().rules(rules).build())
                .build();
    }

    private static CfnBucket.FilterRuleProperty rule(String name, String value) {
        return CfnBucket.FilterRuleProperty.builder().name(name).value(value).build();
    }

    Queue dead() {
        return dead;
    }

    Queue queue() {
        return queue;
    }

    JavaFunction function() {
        return function;
    }
}
