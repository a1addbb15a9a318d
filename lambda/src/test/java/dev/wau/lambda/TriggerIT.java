package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.testing.aws.GlueFake;
import dev.wau.testing.aws.LambdaRuntimeFake;
import dev.wau.testing.aws.LambdaRuntimeFake.Ending;
import dev.wau.testing.aws.LambdaRuntimeFake.Reply;
import dev.wau.testing.trigger.Gate;
import dev.wau.trigger.ObjectCreated;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The trigger function as Lambda runs it, up to the job run. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client brings native code for Linux alone")
@Timeout(120)
class TriggerIT {

    private static final String JOB = "wau-load";

    private static Map<String, String> environment(GlueFake glue) {
        return Map.of(
                "AWS_ENDPOINT_URL_GLUE",
                glue.endpoint().toString(),
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                "snap-start",
                "WAU_CENTRAL",
                "s3://" + Events.BUCKET,
                "WAU_GLUE_JOB",
                JOB);
    }

    @Test
    void an_event_becomes_one_run() throws Exception {
        Gate gate = new Gate();
        try (GlueFake glue = GlueFake.start()) {
            glue.job(JOB, 1, arguments -> gate.run());
            becomesOneRun(glue, gate, Connections.to(glue.endpoint()));
        }
    }

    private static void becomesOneRun(GlueFake glue, Gate gate, Connections connections) throws Exception {
        try (LambdaRuntimeFake runtime = LambdaRuntimeFake.start();
                FunctionProcess function =
                        new FunctionProcess(FunctionPackage.TRIGGER, Trigger.class, runtime, environment(glue))) {
            runtime.awaitSnapshot();
            assertThat(connections.opened()).as("before the snapshot").isZero();
            runtime.restore();

            Reply first = runtime.invoke(Events.text("s3-put.json"));
            assertThat(connections.opened()).as("afterwards").isPositive();
            Reply again = runtime.invoke(Events.text("sqs-mixed.json"));
            ObjectCreated other = new ObjectCreated(Events.BUCKET, "complete/b.json", Instant.now());
            Reply busy = runtime.invoke(Events.sqs("m2", Events.s3(other)));
            Reply busyDirect = runtime.invoke(Events.s3(other));
            gate.open();

            assertThat(first).as(function.log()).isEqualTo(new Reply(Ending.RESPONSE, "{\"batchItemFailures\":[]}"));
            assertThat(again.body()).contains("00000005-").contains("00000006-").doesNotContain("00000001-");
            assertThat(busy.body()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
            assertThat(busyDirect.ending()).isEqualTo(Ending.ERROR);
            assertThat(busyDirect.body())
                    .contains("dev.wau.model.WauException")
                    .contains("Cannot start a load run for complete/b.json");
            assertThat(glue.arguments(JOB))
                    .containsExactly(Map.of("--wau-marker", Events.MARKER, "--wau-central", "s3://" + Events.BUCKET));
            assertThat(function.log())
                    .contains("\"message\":\"load run started\"")
                    .contains("\"marker\":\"" + Events.MARKER + "\"");
        }
    }

    @Test
    void a_function_without_its_settings_says_so_when_it_starts() throws Exception {
        try (LambdaRuntimeFake runtime = LambdaRuntimeFake.start();
                FunctionProcess function =
                        new FunctionProcess(FunctionPackage.TRIGGER, Trigger.class, runtime, Map.of())) {
            assertThat(runtime.initError())
                    .as(function.log())
                    .contains("Cannot start: the environment variable WAU_CENTRAL is not set");
        }
    }
}
