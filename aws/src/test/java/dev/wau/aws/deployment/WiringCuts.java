package dev.wau.aws.deployment;

import static dev.wau.aws.deployment.Cut.note;
import static dev.wau.aws.deployment.Cut.wrong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wau.testing.aws.DeploymentFake;
import dev.wau.testing.aws.LambdaFake;
import dev.wau.testing.aws.SqsFake;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that can be otherwise on a marker's way from the bucket to the function. */
final class WiringCuts {

    private static final String DEAD = DeploymentFake.QUEUE + "-dead";

    private WiringCuts() {}

    static Stream<Cut> all() {
        return Stream.of(bucket(), queue(), mapping(), function(), variables()).flatMap(cuts -> cuts);
    }

    private static Stream<Cut> bucket() {
        String name = "tells of each completion marker";
        return Stream.of(
                wrong(
                        "no notification",
                        notification(""),
                        name,
                        "no notification of created objects, so no load starts by itself",
                        "prefix 'wau/complete/' and suffix '.json'"),
                wrong(
                        "a notification of removals",
                        notification(queue("s3:ObjectRemoved:*", "wau/complete/", ".json")),
                        name,
                        "no notification of created objects",
                        "s3:ObjectCreated:*"),
                wrong(
                        "a misspelt prefix",
                        fake -> fake.notification("wau/complte/", ".json"),
                        name,
                        "take other objects: wau-markers has prefix 'wau/complte/'",
                        "prefix 'wau/complete/'"),
                wrong(
                        "another suffix",
                        fake -> fake.notification("wau/complete/", ".txt"),
                        name,
                        "suffix '.txt'",
                        "suffix '.json'"),
                wrong(
                        "a filter that is too wide",
                        fake -> fake.notification("wau/", ".json"),
                        name,
                        "takes other objects than complete/*.json",
                        "prefix 'wau/complete/'"),
                wrong(
                        "large markers are not told",
                        notification(queue("s3:ObjectCreated:Put", "wau/complete/", ".json")),
                        name,
                        "only of s3:ObjectCreated:Put",
                        "events to s3:ObjectCreated:*"),
                wrong(
                        "two that overlap",
                        notification(queue("s3:ObjectCreated:*", "wau/complete/", ".json")
                                + queue("s3:ObjectCreated:Put", "wau/", "")),
                        name,
                        "of the same objects",
                        "remove one of the two"),
                note(
                        "EventBridge",
                        notification("<EventBridgeConfiguration/>"),
                        name,
                        "it tells EventBridge",
                        "aws events list-rules"),
                note(
                        "a topic",
                        notification("<TopicConfiguration><Topic>arn:aws:sns:eu-west-1:123456789012:t</Topic>"
                                + filter("s3:ObjectCreated:*", "wau/complete/", ".json") + "</TopicConfiguration>"),
                        "topic t: passes events on to the trigger",
                        "subscriptions are not looked at",
                        "list-subscriptions-by-topic"),
                note(
                        "straight to the function",
                        notification("<CloudFunctionConfiguration><CloudFunction>"
                                + LambdaFake.arn(DeploymentFake.FUNCTION) + "</CloudFunction>"
                                + filter("s3:ObjectCreated:*", "wau/complete/", ".json")
                                + "</CloudFunctionConfiguration>"),
                        "events wait in a queue",
                        "directly",
                        "put a queue between"),
                note(
                        "no right to look at notifications",
                        fake -> fake.bucket().refuse("notification", 403, "AccessDenied"),
                        name,
                        "may not be looked at",
                        "allow s3:GetBucketNotification"));
    }

    private static Consumer<DeploymentFake> notification(String inside) {
        return fake -> fake.bucket()
                .set("notification", "<NotificationConfiguration>" + inside + "</NotificationConfiguration>");
    }

    private static String queue(String event, String prefix, String suffix) {
        return "<QueueConfiguration><Queue>" + SqsFake.arn(DeploymentFake.QUEUE) + "</Queue>"
                + filter(event, prefix, suffix) + "</QueueConfiguration>";
    }

    private static String filter(String event, String prefix, String suffix) {
        return "<Event>" + event + "</Event><Filter><S3Key><FilterRule><Name>prefix</Name><Value>" + prefix
                + "</Value></FilterRule><FilterRule><Name>suffix</Name><Value>" + suffix
                + "</Value></FilterRule></S3Key></Filter>";
    }

    private static Stream<Cut> queue() {
        return Stream.of(
                wrong(
                        "the queue is gone",
                        fake -> fake.sqs().remove(DeploymentFake.QUEUE),
                        "queue wau-markers: is there",
                        "no such queue",
                        "make it again"),
                note(
                        "no right to look at queues",
                        fake -> fake.sqs().deny("GetQueueAttributes"),
                        "queue wau-markers: is there",
                        "may not be looked at",
                        "sqs:GetQueueAttributes"),
                wrong(
                        "no dead-letter queue",
                        fake -> fake.queue(Map.of("VisibilityTimeout", "360")),
                        "queue wau-markers: has a dead-letter queue",
                        "nobody is told",
                        "RedrivePolicy"),
                wrong(
                        "the dead-letter queue is gone",
                        fake -> fake.sqs().remove(DEAD),
                        "queue wau-markers: has a dead-letter queue",
                        "no such queue",
                        SqsFake.arn(DEAD)),
                wrong(
                        "markers were given up",
                        fake -> fake.sqs().queue(DEAD, Map.of("ApproximateNumberOfMessages", "3")),
                        "queue " + DEAD + ": is empty",
                        "3 messages were given up",
                        "wau run --engine glue"),
                note(
                        "markers are given up too early",
                        fake -> fake.queue(attributes("360", "3")),
                        "keeps a marker longer than a load may take",
                        "after 3 receives, 18 minutes, and the job may run for 480",
                        "to 81"),
                wrong(
                        "messages come back too early",
                        fake -> fake.queue(attributes("359", "1000")),
                        "hides a message six times as long as the function may take",
                        "it does for 359 s, and the function may take 60 s",
                        "VisibilityTimeout=360"));
    }

    private static Map<String, String> attributes(String visibility, String receives) {
        return Map.of(
                "VisibilityTimeout",
                visibility,
                "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"" + SqsFake.arn(DEAD) + "\",\"maxReceiveCount\":" + receives + "}");
    }

    private static Stream<Cut> mapping() {
        String name = "queue wau-markers: is read by a function";
        return Stream.of(
                wrong(
                        "nothing reads the queue",
                        fake -> fake.lambda().mappings(),
                        name,
                        "no event source mapping reads it",
                        "create-event-source-mapping"),
                note(
                        "no right to list mappings",
                        fake -> fake.lambda().deny("ListEventSourceMappings"),
                        name,
                        "may not be looked at",
                        "lambda:ListEventSourceMappings"),
                wrong(
                        "the mapping is off",
                        fake -> fake.mapping(mapping -> mapping.put("State", "Disabled")),
                        name,
                        "is Disabled",
                        "--enabled"),
                wrong(
                        "failures are not reported one by one",
                        fake -> fake.mapping(mapping -> mapping.putArray("FunctionResponseTypes")),
                        "gives back only the messages that failed",
                        "the marker has no load",
                        "--function-response-types ReportBatchItemFailures"));
    }

    private static Stream<Cut> function() {
        return Stream.of(
                wrong(
                        "the function is gone",
                        fake -> fake.lambda().remove(DeploymentFake.FUNCTION),
                        "function wau-trigger: can run",
                        "no such function",
                        "wau-trigger.zip"),
                note(
                        "no right to look at functions",
                        fake -> fake.lambda().deny("GetFunctionConfiguration"),
                        "function wau-trigger: can run",
                        "may not be looked at",
                        "lambda:GetFunctionConfiguration"),
                note(
                        "no right to invoke",
                        fake -> fake.lambda().deny("Invoke"),
                        "may be invoked by these credentials (a dry run)",
                        "they may not",
                        "allow lambda:InvokeFunction"),
                wrong(
                        "the function failed",
                        function(function -> function.put("State", "Failed").put("StateReason", "no subnet")),
                        "can run",
                        "Failed: no subnet",
                        "deploy the function again"),
                note(
                        "the function sleeps",
                        function(function -> function.put("State", "Inactive").put("StateReason", "idle")),
                        "can run",
                        "Inactive: idle",
                        "wakes"),
                wrong(
                        "an update failed",
                        function(function ->
                                function.put("LastUpdateStatus", "Failed").put("LastUpdateStatusReason", "too large")),
                        "can run",
                        "too large",
                        "update-function-code"),
                wrong(
                        "another handler",
                        function(function -> function.put("Handler", "example.Handler")),
                        "has wau's handler",
                        "its handler is example.Handler",
                        "--handler dev.wau.lambda.Trigger"),
                wrong(
                        "an older Java",
                        function(function -> function.put("Runtime", "java11")),
                        "runs Java 17 or newer",
                        "java11",
                        "--runtime java17"));
    }

    private static Stream<Cut> variables() {
        return Stream.of(
                wrong(
                        "another bucket",
                        variable("WAU_CENTRAL", "s3://other/wau"),
                        "serves this central bucket",
                        "'s3://other/wau'",
                        "WAU_CENTRAL=s3://"),
                wrong(
                        "another job",
                        variable("WAU_GLUE_JOB", "old-load"),
                        "starts job wau-load",
                        "'old-load'",
                        "WAU_GLUE_JOB=wau-load"),
                wrong(
                        "other markers",
                        variable("WAU_COMPLETE", "token/done.txt"),
                        "takes completion markers",
                        "'token/done.txt'",
                        "complete/*.json"),
                note(
                        "variables that can't be decrypted",
                        function(function -> function.putObject("Environment")
                                .putObject("Error")
                                .put("ErrorCode", "AccessDeniedException")
                                .put("Message", "Lambda was unable to decrypt")),
                        "serves this bucket and job",
                        "unable to decrypt",
                        "kms:Decrypt"));
    }

    private static Consumer<DeploymentFake> variable(String name, String value) {
        return function(
                function -> function.withObject("/Environment/Variables").put(name, value));
    }

    private static Consumer<DeploymentFake> function(Consumer<ObjectNode> change) {
        return fake -> fake.function(change);
    }
}
