package dev.wau.trigger;

import static dev.wau.trigger.EngineRun.State.FAILED;
import static dev.wau.trigger.EngineRun.State.RUNNING;
import static dev.wau.trigger.EngineRun.State.STARTING;
import static dev.wau.trigger.EngineRun.State.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFollowerTest {

    private final WauException away = new WauException(ErrorCode.ENGINE_FAILED, "away");

    private final List<EngineRun.State> changes = new ArrayList<>();

    private EngineRun follow(Object... looks) throws InterruptedException {
        ScriptedEngine engine = new ScriptedEngine().looks(looks);
        EngineRun run = EngineRun.starting("run", new ObjectKey("complete/a.json"), Instant.EPOCH);
        return new RunFollower(engine, Duration.ofMillis(1), Duration.ofMillis(2))
                .follow(run, change -> changes.add(change.state()));
    }

    @Test
    void only_changes_are_told() throws Exception {
        assertThat(follow(STARTING, RUNNING, RUNNING, RUNNING, FAILED).state()).isEqualTo(FAILED);
        assertThat(changes).containsExactly(RUNNING, FAILED);
    }

    @Test
    void an_engine_away_for_a_while_is_waited_for() throws Exception {
        assertThat(follow(away, away, away, away, RUNNING, away, away, away, away, SUCCEEDED)
                        .state())
                .isEqualTo(SUCCEEDED);
    }

    @Test
    void an_engine_away_for_long_is_told() {
        assertThatThrownBy(() -> follow(away, away, away, away, away, SUCCEEDED))
                .isSameAs(away);
    }

    @Test
    void a_run_that_is_gone_is_told_at_once() {
        WauException gone = new WauException(ErrorCode.NOT_FOUND, "gone");

        assertThatThrownBy(() -> follow(gone, SUCCEEDED)).isSameAs(gone);
    }
}
