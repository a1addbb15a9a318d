package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.aws.GlueFault;
import dev.wau.testing.trigger.Gate;
import dev.wau.trigger.ObjectCreated;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TriggerFunctionTest {

    private static final String NONE_FAILED = "{\"batchItemFailures\":[]}";

    private final Gate gate = new Gate();
    private final GlueBehind behind = new GlueBehind(arguments -> gate.run());

    @AfterEach
    void close() {
        behind.close();
    }

    private static ObjectCreated created(String key) {
        return new ObjectCreated(Events.BUCKET, key, Instant.parse("2025-07-01T00:06:30Z"));
    }

    @Test
    void a_marker_starts_a_run_and_the_log_names_both() {
        assertThat(behind.invoke(Events.text("s3-put.json"))).isEqualTo(NONE_FAILED);

        assertThat(behind.glue().arguments(GlueBehind.JOB))
                .singleElement()
                .hasToString("{--wau-marker=" + Events.MARKER + "}");
        assertThat(behind.log())
                .contains("\"level\":\"INFO\",\"message\":\"load run started\",\"request\":\"request-1\"")
                .contains("\"marker\":\"" + Events.MARKER + "\",\"batch\":\"2025-07-01T00-05-00.123Z\",\"run\":\"jr_");
    }

    @Test
    void other_keys_are_ignored_and_logged() {
        assertThat(behind.invoke(Events.s3(created("csv/acme/a.csv")))).isEqualTo(NONE_FAILED);

        assertThat(behind.log())
                .contains("\"message\":\"ignored: no completion marker\"")
                .contains("\"key\":\"csv/acme/a.csv\"");
        assertThat(behind.glue().requests("GetJobRuns")).isZero();
    }

    @Test
    void what_creates_nothing_is_ignored_and_logged() {
        assertThat(behind.invoke(Events.text("s3-test-event.json"))).isEqualTo(NONE_FAILED);

        assertThat(behind.log())
                .contains("\"message\":\"ignored: another event\"")
                .contains("s3:TestEvent");
    }

    @Test
    void of_a_batch_only_what_cannot_be_read_comes_back() {
        assertThat(behind.invoke(Events.text("sqs-mixed.json")))
                .isEqualTo("{\"batchItemFailures\":["
                        + "{\"itemIdentifier\":\"00000005-4b3f-4a1c-9a8e-8a2f0c6d1e05\"},"
                        + "{\"itemIdentifier\":\"00000006-4b3f-4a1c-9a8e-8a2f0c6d1e06\"}]}");

        assertThat(behind.glue().arguments(GlueBehind.JOB)).hasSize(1);
        assertThat(behind.log()).contains("\"message_id\":\"00000005-");
    }

    @Test
    void a_busy_engine_sends_the_message_back() {
        behind.invoke(Events.s3(created("complete/a.json")));
        String other = Events.sqs("m2", Events.s3(created("complete/b.json")));

        assertThat(behind.invoke(other)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
        assertThat(behind.log()).contains("\"level\":\"WARN\",\"message\":\"comes back: the load engine is busy\"");
    }

    @Test
    void a_busy_engine_fails_an_invocation_without_a_queue() {
        behind.invoke(Events.s3(created("complete/a.json")));
        String other = Events.eventBridge(created("complete/b.json"));

        assertThatThrownBy(() -> behind.invoke(other))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUSY))
                .hasMessageContaining("Cannot start a load run for complete/b.json")
                .hasMessageContaining("the event must be delivered again");
    }

    @Test
    void an_engine_that_refuses_sends_the_message_back() {
        behind.glue().fail("StartJobRun", GlueFault.DENY);

        assertThat(behind.invoke(Events.sqs("m1", Events.s3(created("complete/a.json")))))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(behind.log()).contains("\"code\":\"ENGINE_FAILED\"").contains("is not authorized");
        assertThat(behind.invoke(Events.sqs("m1", Events.s3(created("complete/a.json")))))
                .isEqualTo(NONE_FAILED);
    }

    @Test
    void an_event_that_cannot_be_read_fails_and_is_logged() {
        assertThatThrownBy(() -> behind.invoke(Events.text("logs.json"))).isInstanceOf(WauException.class);

        assertThat(behind.log()).contains("\"level\":\"ERROR\",\"message\":\"the invocation fails\"");
    }
}
