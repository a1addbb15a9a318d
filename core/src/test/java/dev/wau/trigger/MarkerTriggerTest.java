package dev.wau.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.trigger.TriggerOutcome.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkerTriggerTest {

    private static final Instant NOON = Instant.parse("2025-07-01T12:00:00Z");

    private final List<TriggerOutcome> told = new ArrayList<>();

    private List<Kind> deliver(LoadEngine engine, ObjectCreated... created) {
        MarkerRule rule = MarkerRule.of(Location.of("s3://central"), "complete/*.json");
        List<TriggerOutcome> outcomes = new MarkerTrigger(rule, engine, told::add).deliver(List.of(created));
        assertThat(told).isEqualTo(outcomes);
        return outcomes.stream().map(TriggerOutcome::kind).toList();
    }

    private static ObjectCreated created(String key, int second) {
        return new ObjectCreated("central", key, NOON.plusSeconds(second));
    }

    @Test
    void what_is_no_marker_is_ignored_and_told() {
        ScriptedEngine engine = new ScriptedEngine();

        assertThat(deliver(engine, created("csv/acme/a.csv", 0), created("complete/parts/a.json", 0)))
                .containsExactly(Kind.IGNORED, Kind.IGNORED);
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void a_marker_told_often_in_one_delivery_is_asked_for_once() {
        ScriptedEngine engine = new ScriptedEngine();
        ObjectCreated[] same = IntStream.range(0, 20)
                .mapToObj(i -> created("complete/a.json", 0))
                .toArray(ObjectCreated[]::new);

        List<Kind> kinds = deliver(engine, same);

        assertThat(kinds).hasSize(20).containsOnlyOnce(Kind.STARTED).contains(Kind.FOUND);
        assertThat(engine.asked()).hasSize(1);
    }

    @Test
    void the_oldest_marker_comes_first() {
        ScriptedEngine engine = new ScriptedEngine();

        deliver(engine, created("complete/b.json", 9), created("csv/x", 5), created("complete/a.json", 1));

        assertThat(engine.asked())
                .extracting(marker -> marker.key().path())
                .containsExactly("complete/a.json", "complete/b.json");
    }

    @Test
    void a_marker_written_twice_needs_a_run_after_the_second_writing() {
        ScriptedEngine engine = new ScriptedEngine();

        deliver(engine, created("complete/a.json", 9), created("complete/a.json", 1));

        assertThat(engine.asked()).containsExactly(new Marker(new ObjectKey("complete/a.json"), NOON.plusSeconds(9)));
    }

    @Test
    void what_fails_comes_back_and_does_not_keep_others_from_it() {
        ScriptedEngine engine = new ScriptedEngine()
                .answer("complete/a.json", new WauException(ErrorCode.BUSY, "busy"))
                .answer("complete/b.json", new WauException(ErrorCode.ENGINE_FAILED, "failed"));

        assertThat(deliver(
                        engine,
                        created("complete/a.json", 1),
                        created("complete/a.json", 1),
                        created("complete/b.json", 2),
                        created("complete/c.json", 3)))
                .containsExactly(Kind.BUSY, Kind.BUSY, Kind.FAILED, Kind.STARTED);
        assertThat(told).extracting(TriggerOutcome::comesBack).containsExactly(true, true, true, false);
        assertThat(engine.asked()).hasSize(3);
    }
}
