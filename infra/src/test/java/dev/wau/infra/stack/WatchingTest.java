package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class WatchingTest {

    private static final String WATCH =
            "watch: {emails: [ops@example.com], marker-within-hours: 30, rejected-share: 0.2, silent-days: 9}\n";

    private final TestingStack stack = TestingStack.of(WATCH);

    @Test
    void everyAlarmTellsTheTopicAndTheTopicTellsPeople() {
        assertThat(stack.all("AWS::CloudWatch::Alarm")).hasSize(10).allSatisfy(alarm -> {
            assertThat(alarm.at("/Properties/AlarmActions")).hasSize(1);
            assertThat(alarm.at("/Properties/AlarmDescription").asText()).isNotBlank();
        });
        assertThat(stack.only("AWS::SNS::Subscription").get("Endpoint").asText())
                .isEqualTo("ops@example.com");
    }

    @Test
    void cloudWatchOfThisAccountMayPublishToItAndEventBridgeByARole() {
        assertThat(stack.only("AWS::SNS::TopicPolicy").toString())
                .contains("cloudwatch.amazonaws.com", "aws:SourceAccount")
                .doesNotContain("events.amazonaws.com");
        assertThat(stack.only("AWS::Events::Rule").at("/Targets/0").has("RoleArn"))
                .isTrue();
    }

    @Test
    void noMarkerForSoManyHours() {
        JsonNode alarm = alarm("no-marker");
        assertThat(alarm.get("MetricName").asText()).isEqualTo("Markers");
        assertThat(alarm.get("Dimensions").findValuesAsText("Value")).containsExactly("test", "aggregate");
        assertThat(alarm.get("EvaluationPeriods").asInt()).isEqualTo(30);
        assertThat(alarm.get("Period").asInt()).isEqualTo(3600);
        assertThat(alarm.get("TreatMissingData").asText()).isEqualTo("breaching");
    }

    @Test
    void missingCustomersRejectsSilenceErrorsAndDeadLetters() {
        assertThat(alarm("missing-customers").get("Threshold").asInt()).isEqualTo(1);
        assertThat(alarm("rejects").get("Threshold").asDouble()).isEqualTo(0.2);
        assertThat(alarm("rejects").get("Metrics").toString())
                .contains("RecordsRejected", "RecordsRead", "aggregate_rejected / aggregate_read");
        assertThat(alarm("load-rejects").get("Metrics").toString()).contains("\"load\"");
        assertThat(alarm("silence").get("Threshold").asInt()).isEqualTo(9);
        assertThat(alarm("silence").get("MetricName").asText()).isEqualTo("LongestSilence");
        assertThat(alarm("aggregation-errors").get("MetricName").asText()).isEqualTo("Errors");
        assertThat(alarm("trigger-errors").get("MetricName").asText()).isEqualTo("Errors");
        assertThat(stack.text(alarm("dead-letters").at("/Dimensions/0/Value"))).contains("DeadLetters");
    }

    /** The age of the oldest message leaves out those that were received three times, as a marker that waits is. */
    @Test
    void aMarkerThatStaysInTheQueueForAsLongAsALoadMayLast() {
        JsonNode waiting = alarm("waiting");
        assertThat(waiting.get("Metrics").toString())
                .contains(
                        "waiting + held",
                        "\"ApproximateNumberOfMessagesVisible\"",
                        "\"ApproximateNumberOfMessagesNotVisible\"",
                        "\"Stat\":\"Maximum\"",
                        "\"Period\":300");
        assertThat(waiting.get("EvaluationPeriods").asInt()).isEqualTo(480 / 5);
        JsonNode days = TestingStack.of("job: {timeout-minutes: 10080}\n")
                .with("AWS::CloudWatch::Alarm", "AlarmName", "wau-test-waiting");
        assertThat(days.get("Metrics").toString()).contains("\"Period\":3600");
        assertThat(days.get("EvaluationPeriods").asInt()).isEqualTo(168);
    }

    @Test
    void aDayThatHasUsedUpItsRpuHours() {
        JsonNode alarm = alarm("rpu-hours");
        assertThat(alarm.get("MetricName").asText()).isEqualTo("UsageLimitConsumed");
        assertThat(alarm.get("Threshold").asInt()).isEqualTo(24);
        assertThat(alarm.get("Dimensions").findValuesAsText("Name"))
                .containsExactly("UsageLimitId", "UsageType", "Workgroup");
        assertThat(TestingStack.of("warehouse: {daily-rpu-hours: 0}\n").all("AWS::CloudWatch::Alarm"))
                .hasSize(9);
    }

    @Test
    void withoutAScheduleNoMarkerIsLate() {
        assertThat(TestingStack.of("aggregate: {schedule: none}\n").all("AWS::CloudWatch::Alarm"))
                .hasSize(9);
    }

    @Test
    void whatIsSwitchedOffIsNotThere() {
        TestingStack off =
                TestingStack.of("watch: {marker-within-hours: 0, silent-days: 0, dashboard: false, log-days: 7}\n");
        assertThat(off.all("AWS::CloudWatch::Alarm")).hasSize(8);
        assertThat(off.all("AWS::CloudWatch::Dashboard")).isEmpty();
    }

    @Test
    void aRunThatFailsIsToldWithoutGluesMessageWhoseQuotesWouldBreakIt() {
        JsonNode rule = stack.only("AWS::Events::Rule");
        assertThat(rule.at("/EventPattern/detail/jobName/0").asText()).isEqualTo("wau-test-load");
        assertThat(rule.at("/EventPattern/detail/state").toString()).contains("FAILED", "TIMEOUT");
        assertThat(rule.at("/Targets/0/InputTransformer/InputTemplate").asText())
                .contains("wau status", "aws glue get-job-run --job-name wau-test-load")
                .doesNotContain("message");
    }

    @Test
    void theDashboardShowsTheWay() {
        String body =
                stack.only("AWS::CloudWatch::Dashboard").get("DashboardBody").toString();
        assertThat(body).contains("Markers", "RowsLoaded", "LongestSilence", "ComputeSeconds", "Alarms");
    }

    private JsonNode alarm(String name) {
        return stack.with("AWS::CloudWatch::Alarm", "AlarmName", "wau-test-" + name);
    }
}
