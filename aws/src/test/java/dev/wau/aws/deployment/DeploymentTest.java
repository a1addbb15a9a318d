package dev.wau.aws.deployment;

import static dev.wau.aws.deployment.Looking.other;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wau.check.Check;
import dev.wau.check.Check.State;
import dev.wau.testing.aws.DeploymentFake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The job, and a marker's way to it: whole, and with each wire cut. */
class DeploymentTest {

    private final Looking looking = new Looking();

    @AfterEach
    void close() {
        looking.close();
    }

    @Test
    void nothingIsFoundWhereAllIsAsTheGuidesSay() {
        List<Check> found = looking.load();

        assertThat(other(found)).isEmpty();
        assertThat(found).hasSize(26);
        assertThat(found).extracting(Check::name).contains("job wau-load: has not run yet");
    }

    static Stream<Cut> cuts() {
        return Stream.concat(JobCuts.all(), WiringCuts.all());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void whatIsOtherwiseIsToldAndNothingElse(Cut cut) {
        cut.cut().accept(looking.fake());

        List<Check> found = other(looking.load());

        assertThat(found).hasSize(1);
        Check check = found.get(0);
        assertThat(check.state()).isEqualTo(cut.state());
        assertThat(check.name()).endsWith(cut.name());
        assertThat(check.problem()).contains(cut.problem());
        assertThat(check.fix()).contains(cut.fix());
    }

    @Test
    void aJobThatIsNotThereDoesNotHideTheWiring() {
        List<Check> found = Looking.found(
                checks -> looking.deployment(looking.fake().central()).load(checks, "other", Duration.ofHours(4)));

        assertThat(other(found))
                .extracting(Check::name, Check::state)
                .containsExactly(
                        tuple("job other: is there", State.WRONG),
                        tuple("function wau-trigger: starts job other", State.WRONG));
    }

    @Test
    void aRunThatSucceededOrIsUnderWayIsFine() {
        for (String state : List.of("SUCCEEDED", "RUNNING", "STARTING", "WAITING")) {
            looking.fake().glue().add(DeploymentFake.JOB, Map.of(), Instant.now(), state);
            assertThat(other(looking.load())).as(state).isEmpty();
        }
    }

    @Test
    void aQueueThatTwoReadIsWrong() {
        looking.fake().mappings(2);

        assertThat(other(looking.load())).singleElement().satisfies(check -> {
            assertThat(check.state()).isEqualTo(State.WRONG);
            assertThat(check.problem()).contains("2 event source mappings share its messages");
        });
    }
}
