package dev.wau.testing.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.EngineRun.State;
import dev.wau.trigger.EngineStart;
import dev.wau.trigger.LoadEngine;
import dev.wau.trigger.Marker;
import dev.wau.trigger.RunFollower;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link LoadEngine} does. */
@Timeout(30)
public abstract class LoadEngineContract {

    /** An engine without runs that runs one at a time, and does this in each. */
    protected abstract LoadEngine engine(Runnable body);

    /** Puts a marker where the runs look for it, if they do. */
    protected void write(ObjectKey marker) {}

    private Marker marker(String name) {
        ObjectKey key = new ObjectKey("complete/" + name + ".json");
        write(key);
        return new Marker(key, now());
    }

    /** As precisely as stores and engines tell times. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static EngineRun followed(LoadEngine engine, EngineRun run) throws InterruptedException {
        return follower(engine).follow(run, change -> {});
    }

    private static RunFollower follower(LoadEngine engine) {
        return new RunFollower(engine, Duration.ofMillis(5), Duration.ofMillis(20));
    }

    @Test
    void a_run_starts_and_succeeds() throws Exception {
        LoadEngine engine = engine(() -> {});
        Marker marker = marker("a");

        EngineStart start = engine.start(marker);
        EngineRun end = followed(engine, start.run());

        assertThat(start.kind()).isEqualTo(EngineStart.Kind.STARTED);
        assertThat(start.run().isOver()).isFalse();
        assertThat(end.id()).isEqualTo(start.run().id());
        assertThat(end.marker()).isEqualTo(marker.key());
        assertThat(end.state()).isEqualTo(State.SUCCEEDED);
        assertThat(end.started()).isBetween(marker.created(), Instant.now());
        assertThat(end.ended()).isBetween(end.started(), Instant.now());
        assertThat(end.error()).isNull();
    }

    @Test
    void its_follower_is_told_each_change() throws Exception {
        Gate gate = new Gate();
        LoadEngine engine = engine(gate);
        List<State> states = new ArrayList<>();

        EngineRun run = engine.start(marker("a")).run();
        follower(engine).follow(run, change -> {
            states.add(change.state());
            gate.open();
        });

        assertThat(states).containsExactly(State.RUNNING, State.SUCCEEDED);
    }

    @Test
    void a_marker_under_way_gets_no_second_run() {
        Gate gate = new Gate();
        LoadEngine engine = engine(gate);
        Marker marker = marker("a");

        EngineStart first = engine.start(marker);
        EngineStart second = engine.start(marker);
        gate.open();

        assertThat(second.kind()).isEqualTo(EngineStart.Kind.FOUND);
        assertThat(second.run().id()).isEqualTo(first.run().id());
        assertThat(engine.recent(10)).hasSize(1);
    }

    @Test
    void a_marker_that_succeeded_gets_no_second_run() throws Exception {
        LoadEngine engine = engine(() -> {});
        Marker marker = marker("a");
        EngineRun first = followed(engine, engine.start(marker).run());

        EngineStart second = engine.start(marker);

        assertThat(second.kind()).isEqualTo(EngineStart.Kind.FOUND);
        assertThat(second.run()).isEqualTo(first);
    }

    @Test
    void a_marker_written_again_gets_a_run_again() throws Exception {
        LoadEngine engine = engine(() -> {});
        EngineRun first = followed(engine, engine.start(marker("token")).run());
        Thread.sleep(5);

        Marker again = marker("token");
        EngineStart second = engine.start(again);
        EngineStart third = engine.start(again);

        assertThat(second.kind()).isEqualTo(EngineStart.Kind.STARTED);
        assertThat(second.run().id()).isNotEqualTo(first.id());
        assertThat(third.kind()).isEqualTo(EngineStart.Kind.FOUND);
        assertThat(third.run().id()).isEqualTo(second.run().id());
    }

    @Test
    void a_marker_whose_run_failed_gets_another() throws Exception {
        List<String> bodies = new ArrayList<>();
        LoadEngine engine = engine(() -> {
            bodies.add("run");
            if (bodies.size() == 1) {
                throw new IllegalStateException("the warehouse is away");
            }
        });
        Marker marker = marker("a");

        EngineRun failed = followed(engine, engine.start(marker).run());
        EngineStart second = engine.start(marker);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.error()).contains("the warehouse is away");
        assertThat(failed.ended()).isNotNull();
        assertThat(second.kind()).isEqualTo(EngineStart.Kind.STARTED);
        assertThat(followed(engine, second.run()).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void another_marker_comes_back_while_one_runs() throws Exception {
        Gate gate = new Gate();
        LoadEngine engine = engine(gate);
        EngineRun first = engine.start(marker("a")).run();
        Marker other = marker("b");

        assertThatThrownBy(() -> engine.start(other))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUSY))
                .hasMessageContaining("Cannot start a load run for complete/b.json");

        gate.open();
        followed(engine, first);
        assertThat(engine.start(other).kind()).isEqualTo(EngineStart.Kind.STARTED);
    }

    @Test
    void many_callers_at_once_get_one_run() throws Exception {
        Gate gate = new Gate();
        LoadEngine engine = engine(gate);
        Marker marker = marker("a");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<EngineStart>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            starts.add(threads.submit(() -> engine.start(marker)));
        }

        List<EngineStart.Kind> kinds = new ArrayList<>();
        for (Future<EngineStart> start : starts) {
            kinds.add(start.get().kind());
        }
        threads.shutdown();
        gate.open();

        assertThat(kinds).containsOnlyOnce(EngineStart.Kind.STARTED);
        assertThat(engine.recent(100)).hasSize(1);
    }

    @Test
    void the_latest_runs_are_listed_newest_first() throws Exception {
        LoadEngine engine = engine(() -> {});
        List<String> ids = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            ids.add(0, followed(engine, engine.start(marker(name)).run()).id());
        }

        assertThat(engine.recent(2)).extracting(EngineRun::id).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(engine.recent(10)).extracting(EngineRun::id).containsExactlyElementsOf(ids);
        assertThat(engine.recent(10))
                .extracting(run -> String.valueOf(run.marker()))
                .containsExactly("complete/c.json", "complete/b.json", "complete/a.json");
    }

    @Test
    void a_run_that_was_stopped_gives_way_to_another() throws Exception {
        Gate gate = new Gate();
        LoadEngine engine = engine(gate);
        Assumptions.assumeTrue(engine.supportsStop());
        Marker marker = marker("a");

        EngineRun run = engine.start(marker).run();
        engine.stop(run);
        EngineRun stopped = followed(engine, run);
        engine.stop(stopped);
        gate.open();

        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(engine.look(stopped)).isEqualTo(stopped);
        assertThat(engine.start(marker).kind()).isEqualTo(EngineStart.Kind.STARTED);
    }

    @Test
    void an_engine_that_cannot_stop_says_so() throws Exception {
        LoadEngine engine = engine(() -> {});
        Assumptions.assumeFalse(engine.supportsStop());
        EngineRun run = engine.start(marker("a")).run();

        assertThatThrownBy(() -> engine.stop(run))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
                .hasMessageContaining("Cannot stop load run " + run.id());
        followed(engine, run);
    }

    @Test
    void a_run_nobody_knows_is_not_found() {
        LoadEngine engine = engine(() -> {});
        EngineRun unknown = EngineRun.starting("jr_nobody", new ObjectKey("complete/a.json"), now());

        assertThatThrownBy(() -> engine.look(unknown))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessageContaining("jr_nobody");
    }
}
