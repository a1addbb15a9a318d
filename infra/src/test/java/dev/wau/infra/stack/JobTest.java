package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JobTest {

    private final TestingStack stack = TestingStack.standard();

    @Test
    void oneRunAtATimeAndNoQueue() {
        JsonNode job = stack.only("AWS::Glue::Job");
        assertThat(job.at("/ExecutionProperty/MaxConcurrentRuns").asInt()).isEqualTo(1);
        assertThat(job.get("JobRunQueuingEnabled").asBoolean(true)).isFalse();
        assertThat(job.get("MaxRetries").asInt(-1)).isZero();
    }

    @Test
    void everyDecisionHasItsDefault() {
        JsonNode job = stack.only("AWS::Glue::Job");
        assertThat(job.get("GlueVersion").asText()).isEqualTo("5.1");
        assertThat(job.get("WorkerType").asText()).isEqualTo("G.1X");
        assertThat(job.get("NumberOfWorkers").asInt()).isEqualTo(5);
        assertThat(job.get("ExecutionClass").asText()).isEqualTo("STANDARD");
        assertThat(job.get("Timeout").asInt()).isEqualTo(480);
        assertThat(job.at("/Connections/Connections/0").asText()).isEqualTo("wau-test-warehouse");
        assertThat(arguments(stack))
                .containsEntry("--job-bookmark-option", "job-bookmark-enable")
                .containsEntry("--enable-auto-scaling", "true")
                .containsEntry("--enable-job-insights", "true")
                .containsEntry("--enable-metrics", "true")
                .containsEntry("--custom-logGroup-prefix", "/wau/test/load")
                .as("of Glue 4 and earlier")
                .doesNotContainKeys("--enable-continuous-cloudwatch-log", "--continuous-log-logGroup");
    }

    @Test
    void itLogsIntoGroupsOfOurOwnThatEnd() {
        for (String group : List.of("/wau/test/load/output", "/wau/test/load/error")) {
            assertThat(stack.with("AWS::Logs::LogGroup", "LogGroupName", group)
                            .get("RetentionInDays")
                            .asInt())
                    .isEqualTo(90);
        }
    }

    @Test
    void everyDecisionIsASetting() {
        TestingStack chosen = TestingStack.of("""
                job:
                  glue-version: "5.0"
                  worker-type: G.2X
                  workers: 20
                  auto-scaling: false
                  insights: false
                  metrics: false
                  continuous-logging: false
                  bookmark: pause
                  flex: true
                  retries: 1
                  timeout-minutes: 60
                  connection: false
                  arguments: {"--conf": "spark.x=1"}
                """);
        JsonNode job = chosen.only("AWS::Glue::Job");
        assertThat(job.get("GlueVersion").asText()).isEqualTo("5.0");
        assertThat(job.get("WorkerType").asText()).isEqualTo("G.2X");
        assertThat(job.get("NumberOfWorkers").asInt()).isEqualTo(20);
        assertThat(job.get("ExecutionClass").asText()).isEqualTo("FLEX");
        assertThat(job.get("MaxRetries").asInt()).isEqualTo(1);
        assertThat(job.get("Timeout").asInt()).isEqualTo(60);
        assertThat(job.has("Connections")).isFalse();
        assertThat(arguments(chosen))
                .containsEntry("--job-bookmark-option", "job-bookmark-pause")
                .containsEntry("--conf", "spark.x=1")
                .doesNotContainKeys(
                        "--enable-auto-scaling",
                        "--enable-job-insights",
                        "--enable-metrics",
                        "--custom-logGroup-prefix");
    }

    /** The names of docs/glue.md: the job refuses what it doesn't know. */
    @Test
    void itIsToldItsPlacesItsSecretAndItsRole() {
        assertThat(arguments(stack))
                .containsEntry("--class", "GlueApp")
                .containsEntry("--wau-central", "s3://wau-test-central-111122223333-eu-west-1")
                .containsEntry("--wau-environment", "test")
                .hasEntrySatisfying("--wau-config", value -> assertThat(value).matches("s3://cdk-.*\\.yaml"))
                .hasEntrySatisfying("--extra-jars", value -> assertThat(value).matches("s3://cdk-.*\\.jar"))
                .hasEntrySatisfying("--wau-target", value -> assertThat(value).startsWith("jdbc:redshift://<"))
                .hasEntrySatisfying("--wau-secret", value -> assertThat(value).contains("adminPasswordSecretArn"))
                .hasEntrySatisfying(
                        "--wau-copy-role", value -> assertThat(value).startsWith("<WarehouseRole"));
        assertThat(stack.only("AWS::Glue::Job").at("/Command/ScriptLocation").asText())
                .endsWith(".scala");
    }

    private static Map<String, String> arguments(TestingStack stack) {
        Map<String, String> arguments = new TreeMap<>();
        stack.only("AWS::Glue::Job")
                .get("DefaultArguments")
                .properties()
                .forEach(argument -> arguments.put(argument.getKey(), stack.text(argument.getValue())));
        return arguments;
    }
}
