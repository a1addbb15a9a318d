package dev.wau.aws.deployment;

import dev.wau.check.Checks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The queue between the bucket and the trigger, and its dead-letter queue. Used by one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">AWS:
 *     GetQueueAttributes</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html">AWS: a queue before a function: six
 *     times its time-out</a>
 */
final class QueueLook {

    private static final String RIGHT = "sqs:GetQueueUrl and sqs:GetQueueAttributes";
    private static final int TIMEOUTS = 6;

    private final SqsClient sqs;
    private final Asking asking;
    private final Checks checks;

    QueueLook(SqsClient sqs, Asking asking) {
        this.sqs = sqs;
        this.asking = asking;
        this.checks = asking.checks();
    }

    /**
     * A queue as it is set up.
     *
     * @param visibility how long a message that is being worked on is hidden
     */
    record Queue(String arn, String url, Map<QueueAttributeName, String> attributes, Duration visibility) {

        String name() {
            return Arns.name(arn);
        }
    }

    /** Looks at a queue and what stands behind it; empty if it can't be seen. */
    Optional<Queue> look(String arn, @Nullable Duration longestRun) {
        Optional<Queue> found = find(arn, named(arn, "is there"));
        found.ifPresent(queue -> {
            checks.ok(named(arn, "is there"));
            deadLetters(queue, longestRun);
        });
        return found;
    }

    private Optional<Queue> find(String arn, String name) {
        try {
            String url = sqs.getQueueUrl(
                            request -> request.queueName(Arns.name(arn)).queueOwnerAWSAccountId(Arns.account(arn)))
                    .queueUrl();
            Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                            request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                    .attributes();
            long visibility = Long.parseLong(attributes.getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, "30"));
            return Optional.of(new Queue(arn, url, attributes, Duration.ofSeconds(visibility)));
        } catch (QueueDoesNotExistException e) {
            checks.wrong(
                    name,
                    "there is no such queue",
                    "make it again (docs/cloud.md#trigger), or correct the ARN that names it: " + arn);
        } catch (SdkException e) {
            asking.failed(name, RIGHT, e);
        }
        return Optional.empty();
    }

    private void deadLetters(Queue queue, @Nullable Duration longestRun) {
        String name = named(queue.arn(), "has a dead-letter queue");
        String policy = queue.attributes().get(QueueAttributeName.REDRIVE_POLICY);
        if (policy == null) {
            checks.wrong(
                    name,
                    "a message that can't be done comes back until it expires, and nobody is told",
                    "set the queue's RedrivePolicy to a second queue: aws sqs set-queue-attributes --queue-url "
                            + queue.url() + " --attributes file://redrive.json");
            return;
        }
        JsonNode redrive = JsonNode.parser().parse(policy);
        String dead = text(redrive, "deadLetterTargetArn");
        receives(queue, Long.parseLong(text(redrive, "maxReceiveCount")), longestRun);
        find(dead, name).ifPresent(found -> {
            checks.ok(name);
            waiting(found);
        });
    }

    private static String text(JsonNode json, String member) {
        // SQS keeps the number as it was given: as a number or as a text.
        return json.field(member).map(JsonNode::text).orElse("0");
    }

    private void receives(Queue queue, long most, @Nullable Duration longestRun) {
        if (longestRun != null) {
            Duration patience = queue.visibility().multipliedBy(most);
            checks.advise(
                    patience.compareTo(longestRun) >= 0,
                    named(queue.arn(), "keeps a marker longer than a load may take"),
                    "a message is given up after " + most + " receives, " + patience.toMinutes()
                            + " minutes, and the job may run for " + longestRun.toMinutes(),
                    "raise maxReceiveCount in the queue's RedrivePolicy to "
                            + (longestRun.toSeconds()
                                            / Math.max(1, queue.visibility().toSeconds())
                                    + 1)
                            + ", or lower the job's time-out");
        }
    }

    private void waiting(Queue dead) {
        String number = dead.attributes().getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
        checks.require(
                number.equals("0"),
                named(dead.arn(), "is empty"),
                number + " messages were given up: their markers may have had no load",
                "wau run --engine glue    starts what is missing; then: aws sqs purge-queue --queue-url " + dead.url());
    }

    /** Whether messages are hidden as long as a function may take with its retries. */
    void visibility(Queue queue, Duration timeout) {
        Duration least = timeout.multipliedBy(TIMEOUTS);
        checks.require(
                queue.visibility().compareTo(least) >= 0,
                named(queue.arn(), "hides a message six times as long as the function may take"),
                "it does for " + queue.visibility().toSeconds() + " s, and the function may take " + timeout.toSeconds()
                        + " s: a message would be given to a second one meanwhile",
                "aws sqs set-queue-attributes --queue-url " + queue.url() + " --attributes VisibilityTimeout="
                        + least.toSeconds());
    }

    private static String named(String arn, String what) {
        return "queue " + Arns.name(arn) + ": " + what;
    }
}
