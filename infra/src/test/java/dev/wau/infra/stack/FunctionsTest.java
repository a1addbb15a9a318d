package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    private final TestingStack stack = TestingStack.standard();

    @Test
    void theirHandlersAreThere() throws ClassNotFoundException {
        for (String name : List.of("aggregate", "trigger")) {
            Class<?> handler =
                    Class.forName(function(stack, name).get("Handler").asText());
            assertThat(handler.getInterfaces())
                    .extracting(Class::getName)
                    .contains("com.amazonaws.services.lambda.runtime.RequestStreamHandler");
        }
    }

    @Test
    void theyStartFromASnapshotAndTheirAliasIsWhatIsInvoked() {
        for (String name : List.of("aggregate", "trigger")) {
            assertThat(function(stack, name).at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(function(stack, name).get("Runtime").asText()).isEqualTo("java17");
        }
        assertThat(stack.all("AWS::Lambda::Alias")).hasSize(2);
        assertThat(stack.only("AWS::Scheduler::Schedule").at("/Target/Arn").toString())
                .contains("FunctionLive");
    }

    @Test
    void theirLogsEnd() {
        assertThat(stack.all("AWS::Logs::LogGroup").map(group -> group.get("Properties")))
                .hasSize(5)
                .allSatisfy(group ->
                        assertThat(group.get("RetentionInDays").asInt()).isEqualTo(90));
    }

    @Test
    void aggregationIsScheduledInItsZoneOrByHand() {
        TestingStack chosen = TestingStack.of(
                "aggregate: {schedule: rate(1 hour), zone: Europe/Berlin, memory: 3538, architecture: x86_64}\n");
        JsonNode schedule = chosen.only("AWS::Scheduler::Schedule");
        assertThat(schedule.get("ScheduleExpression").asText()).isEqualTo("rate(1 hour)");
        assertThat(schedule.get("ScheduleExpressionTimezone").asText()).isEqualTo("Europe/Berlin");
        assertThat(function(chosen, "aggregate").get("MemorySize").asInt()).isEqualTo(3538);
        assertThat(function(chosen, "aggregate").at("/Architectures/0").asText())
                .isEqualTo("x86_64");
        assertThat(TestingStack.of("aggregate: {schedule: none}\n").all("AWS::Scheduler::Schedule"))
                .isEmpty();
    }

    @Test
    void aSecretOfAggregationIsAReferenceThatCloudFormationResolves() {
        TestingStack chosen = TestingStack.of("aggregate: {secrets: {WAU_HASH_KEY: wau/hash-key}}\n");
        assertThat(function(chosen, "aggregate")
                        .at("/Environment/Variables/WAU_HASH_KEY")
                        .asText())
                .isEqualTo("{{resolve:secretsmanager:wau/hash-key:SecretString:::}}");
    }

    @Test
    void aMarkersEventGoesThroughAQueueWithADeadLetterQueue() {
        JsonNode notification = stack.with("AWS::S3::Bucket", "BucketName", "wau-test-central-111122223333-eu-west-1")
                .at("/NotificationConfiguration/QueueConfigurations");
        assertThat(notification).hasSize(1);
        assertThat(notification.at("/0/Event").asText()).isEqualTo("s3:ObjectCreated:*");
        assertThat(notification.at("/0/Filter/S3Key/Rules").findValuesAsText("Value"))
                .containsExactly("complete/", ".json");
        JsonNode queue = stack.with("AWS::SQS::Queue", "QueueName", "wau-test-markers");
        assertThat(queue.get("VisibilityTimeout").asInt()).isEqualTo(360);
        // 480 minutes of one load, and of one before it, in steps of 6.
        assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(160);
        JsonNode mapping = stack.only("AWS::Lambda::EventSourceMapping");
        assertThat(mapping.get("FunctionResponseTypes").toString()).isEqualTo("[\"ReportBatchItemFailures\"]");
        assertThat(mapping.get("FunctionName").toString()).contains(":live");
    }

    @Test
    void aMarkerWaitsTwiceAsLongAsTheLongestLoad() {
        for (int minutes : new int[] {5, 480, 10_080}) {
            JsonNode queue = TestingStack.of("job: {timeout-minutes: " + minutes + "}\n")
                    .with("AWS::SQS::Queue", "QueueName", "wau-test-markers");
            int receives = queue.at("/RedrivePolicy/maxReceiveCount").asInt();
            assertThat(receives).as("SQS has at most").isLessThanOrEqualTo(1000);
            assertThat(receives * queue.get("VisibilityTimeout").asInt()).isGreaterThanOrEqualTo(2 * minutes * 60);
        }
    }

    /** S3 asks the queue when the notification is made. */
    @Test
    void theQueueLetsThisBucketSendBeforeTheBucketIsMade() {
        JsonNode bucket = stack.all("AWS::S3::Bucket")
                .filter(one -> one.at("/Properties").has("NotificationConfiguration"))
                .findFirst()
                .orElseThrow();
        assertThat(bucket.get("DependsOn").toString()).contains("TriggerMarkersPolicy");
        JsonNode policy = stack.all("AWS::SQS::QueuePolicy")
                .filter(one -> one.toString().contains("s3.amazonaws.com"))
                .findFirst()
                .orElseThrow();
        assertThat(policy.toString())
                .contains("\"aws:SourceArn\":\"arn:aws:s3:::wau-test-central-111122223333-eu-west-1\"")
                .contains("\"aws:SourceAccount\":\"111122223333\"");
    }

    @Test
    void markersOfAnotherNameAreWhatTheEventAndTheFunctionGoBy() {
        TestingStack chosen = TestingStack.of("trigger: {markers: token/populate.txt}\n");
        assertThat(chosen.with("AWS::S3::Bucket", "BucketName", "wau-test-central-111122223333-eu-west-1")
                        .at("/NotificationConfiguration/QueueConfigurations/0/Filter/S3Key/Rules")
                        .findValuesAsText("Value"))
                .containsExactly("token/populate.txt");
        assertThat(function(chosen, "trigger")
                        .at("/Environment/Variables/WAU_COMPLETE")
                        .asText())
                .isEqualTo("token/populate.txt");
    }

    private static JsonNode function(TestingStack stack, String name) {
        return stack.with("AWS::Lambda::Function", "FunctionName", "wau-test-" + name);
    }
}
