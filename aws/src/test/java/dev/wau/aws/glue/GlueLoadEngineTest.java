package dev.wau.aws.glue;

import static dev.wau.testing.aws.GlueFault.LAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.testing.aws.GlueFault;
import dev.wau.testing.trigger.Gate;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.EngineRun.State;
import dev.wau.trigger.EngineStart;
import dev.wau.trigger.Marker;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Glue has beyond the contract: lost replies, pages, states, refusals. */
class GlueLoadEngineTest {

    private static final String START = "StartJobRun";
    private static final String LIST = "GetJobRuns";

    private final GlueSetting setting = new GlueSetting();
    private final Gate gate = new Gate();
    private final GlueLoadEngine engine = setting.engine(arguments -> gate.run());
    private final Marker marker =
            new Marker(new ObjectKey("complete/a b.json"), Instant.now().truncatedTo(ChronoUnit.MILLIS));

    @AfterEach
    void close() {
        setting.close();
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private void add(String key, Instant started, String state) {
        setting.fake().add(GlueSetting.JOB, Map.of(GlueLoadEngine.MARKER_ARGUMENT, key), started, state);
    }

    @Test
    void the_job_is_given_the_marker_and_the_central_bucket() {
        engine.start(marker);

        assertThat(setting.fake().arguments(GlueSetting.JOB))
                .containsExactly(Map.of("--wau-marker", "complete/a b.json", "--wau-central", "s3://central"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_REPLY", "LATE_REPLY", "DO_AND_FAIL"})
    void a_run_whose_reply_is_lost_is_found_and_not_started_again(GlueFault fault) {
        setting.fake().fail(START, fault);

        EngineStart start = engine.start(marker);

        assertThat(start.kind()).isEqualTo(EngineStart.Kind.FOUND);
        assertThat(setting.fake().arguments(GlueSetting.JOB)).hasSize(1);
        assertThat(setting.fake().requests(START)).isEqualTo(1);
    }

    @Test
    void a_run_that_the_listing_does_not_show_yet_is_not_started_again() {
        setting.fake().fail(START, GlueFault.LOSE_REPLY);
        setting.fake().fail(LIST, LAG, LAG);

        assertThat(engine.start(marker).kind()).isEqualTo(EngineStart.Kind.FOUND);
        assertThat(setting.fake().arguments(GlueSetting.JOB)).hasSize(1);
        assertThat(setting.fake().requests(START)).isEqualTo(2);
    }

    @Test
    void a_run_that_no_listing_shows_yet_comes_back() {
        setting.fake().fail(START, GlueFault.LOSE_REPLY);
        setting.fake().fail(LIST, LAG, LAG, LAG);

        assertFails(ErrorCode.BUSY, () -> engine.start(marker), "Cannot start a load run for complete/a b.json");
        assertThat(engine.start(marker).kind()).isEqualTo(EngineStart.Kind.FOUND);
        assertThat(setting.fake().arguments(GlueSetting.JOB)).hasSize(1);
    }

    @Test
    void what_glue_did_not_do_is_tried_again() {
        setting.fake().fail(START, GlueFault.FAIL, GlueFault.THROTTLE, GlueFault.FAIL);

        assertThat(engine.start(marker).kind()).isEqualTo(EngineStart.Kind.STARTED);
        assertThat(setting.fake().arguments(GlueSetting.JOB)).hasSize(1);
    }

    @Test
    void a_glue_that_fails_on_and_on_is_told() {
        setting.fake().fail(START, GlueFault.FAIL, GlueFault.FAIL, GlueFault.FAIL);

        assertFails(
                ErrorCode.ENGINE_FAILED,
                () -> engine.start(marker),
                "Cannot start a load run for complete/a b.json of Glue job 'wau-load': ");
        assertThat(setting.fake().requests(START)).isEqualTo(3);
    }

    @Test
    void a_job_that_is_not_there_is_told() {
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> setting.engine("wau-laod").start(marker),
                "check the name of job 'wau-laod', the account and the region");
    }

    @Test
    void what_the_caller_may_not_do_is_told() {
        setting.fake().fail(START, GlueFault.DENY);

        assertFails(ErrorCode.ENGINE_FAILED, () -> engine.start(marker), "allow glue:StartJobRun, glue:GetJobRun");
        assertThat(setting.fake().requests(START)).isEqualTo(1);
    }

    @Test
    void it_looks_back_to_the_marker_and_no_further() {
        for (int run = 0; run < 300; run++) {
            add("complete/old.json", marker.created().minusSeconds(1), "SUCCEEDED");
        }
        add("complete/a b.json", marker.created().minusMillis(1), "SUCCEEDED");
        for (int run = 0; run < 120; run++) {
            add("complete/new.json", marker.created(), "SUCCEEDED");
        }

        assertThat(engine.start(marker).kind()).isEqualTo(EngineStart.Kind.STARTED);
        assertThat(setting.fake().requests(LIST)).isEqualTo(3);
    }

    @Test
    void a_run_on_a_later_page_is_found() {
        add("complete/a b.json", marker.created(), "SUCCEEDED");
        for (int run = 0; run < 120; run++) {
            add("complete/new.json", marker.created(), "SUCCEEDED");
        }

        assertThat(engine.start(marker).kind()).isEqualTo(EngineStart.Kind.FOUND);
        assertThat(engine.recent(130)).hasSize(121);
        assertThat(setting.fake().requests(START)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING, STARTING, FOUND",
        "WAITING, STARTING, FOUND",
        "RUNNING, RUNNING, FOUND",
        "SUCCEEDED, SUCCEEDED, FOUND",
        "FAILED, FAILED, STARTED",
        "ERROR, FAILED, STARTED",
        "STOPPED, STOPPED, STARTED",
        "TIMEOUT, TIMED_OUT, STARTED",
        "EXPIRED, TIMED_OUT, STARTED",
        "A_STATE_OF_NEXT_YEAR, FAILED, STARTED",
    })
    void glues_states_are_told_in_ours(String glues, State ours, EngineStart.Kind next) {
        add("complete/a b.json", marker.created(), glues);

        assertThat(engine.recent(1)).extracting(EngineRun::state).containsExactly(ours);
        assertThat(engine.start(marker).kind()).isEqualTo(next);
    }

    @Test
    void a_run_that_is_stopping_holds_its_place_and_serves_nobody() {
        add("complete/a b.json", marker.created(), "STOPPING");

        assertThat(engine.recent(1)).extracting(EngineRun::state).containsExactly(State.STOPPING);
        assertFails(ErrorCode.BUSY, () -> engine.start(marker), "(try again when a run has ended)");
    }

    @Test
    void a_run_that_somebody_started_by_hand_is_listed() {
        setting.fake().add(GlueSetting.JOB, Map.of(), marker.created(), "RUNNING");
        setting.fake().add(GlueSetting.JOB, Map.of("--wau-marker", "/"), marker.created(), "RUNNING");

        assertThat(engine.recent(9)).hasSize(2).allMatch(run -> run.marker() == null);
    }

    @Test
    void dpu_seconds_are_counted_when_a_run_ends() throws Exception {
        EngineRun run = engine.start(marker).run();
        assertThat(engine.look(run).dpuSeconds()).isNull();
        gate.open();

        EngineRun end = run;
        while (!end.isOver()) {
            Thread.sleep(5);
            end = engine.look(end);
        }

        assertThat(end.dpuSeconds()).isPositive();
    }
}
