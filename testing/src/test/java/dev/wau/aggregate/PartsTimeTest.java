package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.aggregate.PartResult.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions whose time is over before a batch in parts is. */
final class PartsTimeTest {

    private static final int PARTS = 3;

    @TempDir
    Path folder = Path.of("");

    private PartsBench parts = new PartsBench(new AggregateBench(folder));
    private AggregateBench bench = parts.bench;

    @BeforeEach
    void customers() throws IOException {
        parts = PartsBench.of(folder);
        bench = parts.bench;
    }

    @Test
    void aPartWhoseTimeIsOverIsStartedAgainAndGoesOn() {
        List<String> opened = Collections.synchronizedList(new ArrayList<>());
        TestingTime[] time = {new TestingTime(Duration.ofSeconds(100))};
        var sources = bench.sources;
        bench.sources = customer -> new SlowSource(
                customer.customer().name(), sources.apply(customer), passed -> time[0].pass(passed), opened);
        parts.begin();
        int started = 0;
        for (BatchPart part = parts.parts.poll(); part != null; part = parts.parts.poll()) {
            time[0] = new TestingTime(Duration.ofSeconds(20));
            List<String> finished = bench.keys("csv/");
            opened.clear();
            bench.aggregator(bench.central, 1).inParts(3, parts).within(time[0]).runPart(part);
            assertThat(opened).filteredOn(finished::contains).isEmpty();
            started++;
            assertThat(started).isLessThan(30);
        }

        assertThat(started).isGreaterThan(PARTS);
        bench.sources = sources;
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aRunWithoutTimeForAllStartsHasAnotherStartTheRest() {
        TestingTime time = new TestingTime(Duration.ofSeconds(10));
        AggregateStarter starter = new AggregateStarter() {
            @Override
            public void startPart(BatchPart part) {
                parts.startPart(part);
                time.pass(Duration.ofSeconds(5));
            }

            @Override
            public void startRun() {
                parts.startRun();
            }
        };

        bench.aggregator().inParts(3, starter).within(time).run();

        assertThat(parts.parts).hasSize(2);
        assertThat(parts.runs).isEqualTo(1);
    }

    @Test
    void whereTheLastPartHasNoTimeToCompleteTheBatchARunIsStartedThatDoes() {
        parts.begin();
        BatchPart last = Objects.requireNonNull(parts.parts.poll());
        parts.drain();
        TestingTime time = new TestingTime(Duration.ofSeconds(10));
        PausingStore slow = new PausingStore(bench.central, key -> {
            if (key.contains(".done-")) {
                time.pass(Duration.ofSeconds(10));
            }
        });

        PartResult result = parts.aggregator(slow).within(time).runPart(last);

        assertThat(result.state()).isEqualTo(State.DONE);
        assertThat(result.batch()).isNull();
        assertThat(parts.runs).isEqualTo(1);
        assertThat(Outcome.markers(bench)).isEmpty();
        assertThat(parts.begin().unfinished()).isFalse();
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void whatTheOneThatCompletesHasNoTimeToRememberTheNextRunDoes() {
        parts.begin();
        BatchPart last = Objects.requireNonNull(parts.parts.poll());
        parts.drain();
        TestingTime time = new TestingTime(Duration.ofSeconds(10));
        PausingStore slow = new PausingStore(bench.central, key -> {
            if (key.endsWith("ledger/customer4.jsonl")) {
                time.pass(Duration.ofSeconds(10));
            }
        });

        PartResult result = parts.aggregator(slow).within(time).runPart(last);

        assertThat(Objects.requireNonNull(result.batch()).marker()).isNotNull();
        assertThat(bench.keys("state/aggregate/ledger/")).hasSizeBetween(1, 3);
        assertThat(bench.keys("state/aggregate/batch.json")).isNotEmpty();
        parts.settle();
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }
}
