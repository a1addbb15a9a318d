package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.store.LocalFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose time ends before their work. */
final class TimeBudgetTest {

    @TempDir
    Path folder = Path.of("");

    private SlowBench slow = new SlowBench(new AggregateBench(folder));
    private AggregateBench bench = slow.bench;

    @BeforeEach
    void sources() throws IOException {
        slow = SlowBench.of(folder);
        bench = slow.bench;
    }

    @Test
    void whatARunHasNoTimeForIsDoneByTheNextOnes() {
        Outcome expected = unlimited();

        List<AggregateResult> results = slow.runUntilFinished(100);

        assertThat(results).hasSizeGreaterThan(2);
        assertThat(Outcome.of(bench)).isEqualTo(expected);
        assertThat(Outcome.markers(bench)).hasSize(1);
        assertThat(results)
                .extracting(AggregateResult::batch)
                .containsOnly(results.get(0).batch());
        assertThat(results.get(0).marker()).isNull();
        AggregateResult last = results.get(results.size() - 1);
        assertThat(last.resumed()).isPositive();
        assertThat(last.files()).isEqualTo(2 * SlowBench.FILES);
        assertThat(bench.keys("state/aggregate/batch")).isEmpty();
    }

    @Test
    void finishedFilesAreNotReadAgain() {
        boolean unfinished = true;
        int files = 0;
        while (unfinished) {
            List<String> finished = bench.keys("csv/");
            slow.opened.clear();
            unfinished = slow.run(100).unfinished();
            assertThat(slow.opened).filteredOn(finished::contains).isEmpty();
            files += slow.opened.size();
        }

        assertThat(files).isGreaterThanOrEqualTo(bench.keys("csv/").size());
        assertThat(slow.run(1_000).nothingNew()).isTrue();
    }

    @Test
    void itSaysWhatWaits() {
        AggregateResult result = slow.run(100);

        assertThat(result.unfinished()).isTrue();
        assertThat(result.nothingNew()).isFalse();
        AggregateResult.Waiting waiting = Objects.requireNonNull(result.waiting());
        assertThat(waiting.customers()).isZero();
        assertThat(waiting.files()).isEqualTo(2 * SlowBench.FILES - result.files());
        assertThat(waiting.bytes()).isPositive();
        assertThat(bench.keys("complete/")).isEmpty();
        assertThat(bench.keys("csv/")).hasSize((int) result.files());
    }

    @Test
    void aFileThatIsGivenUpLeavesNothing() throws IOException {
        LocalFolder central = new LocalFolder(folder.resolve("central"));
        bench.central = central;
        slow.file("acme", 99, 200);

        AggregateResult result = slow.run(200);

        assertThat(result.unfinished()).isTrue();
        assertThat(bench.keys("csv/")).doesNotContain("csv/acme/99.csv");
        assertThat(folder.resolve("central/.wau-tmp")).isDirectoryNotContaining("glob:**-[0-9]*-*-*-*-[0-9]*-[0-9]*");
    }

    @Test
    void withoutTimeForTheListingNothingIsBegun() {
        AggregateResult result = slow.run(10);

        assertThat(result.waiting()).isEqualTo(new AggregateResult.Waiting(2, 0, 0, 0));
        assertThat(bench.keys("")).isEmpty();
    }

    @Test
    void aRunWithoutAnyTimeTellsWhichBatchWaits() {
        AggregateResult begun = slow.run(100);

        AggregateResult result = slow.run(0);

        assertThat(result.batch()).isNotNull().isEqualTo(begun.batch());
        assertThat(result.waiting()).isEqualTo(new AggregateResult.Waiting(2, 0, 0, 0));
    }

    @Test
    void whereTimeIsOverBeforeTheMarkerTheNextRunWritesIt() {
        slow.time = new TestingTime(Duration.ofSeconds(1_000));
        // The last change of the copying: the last segment of the journal.
        PausingStore pausing = new PausingStore(bench.central, key -> {
            if (key.endsWith(".jsonl") && bench.keys("csv/").size() == 2 * SlowBench.FILES) {
                slow.time.pass(Duration.ofSeconds(1_000));
            }
        });

        AggregateResult result = bench.aggregator(pausing, 1).within(slow.time).run();

        assertThat(result.waiting()).isEqualTo(new AggregateResult.Waiting(0, 0, 0, 0));
        assertThat(bench.keys("complete/")).isEmpty();
        slow.opened.clear();
        assertThat(bench.marker(slow.run(100)).files()).hasSize(2 * SlowBench.FILES);
        assertThat(slow.opened).isEmpty();
    }

    @Test
    void whatIsLeftIsStartedAtOnceAsLongAsItComesFurther() throws IOException {
        PartsBench starter = new PartsBench(bench);
        slow.time = new TestingTime(Duration.ofSeconds(100));
        bench.aggregator(bench.central, 1)
                .inParts(10, starter)
                .within(slow.time)
                .run();
        assertThat(starter.runs).isEqualTo(1);

        slow.time = new TestingTime(Duration.ofSeconds(10));
        bench.aggregator(bench.central, 1)
                .inParts(10, starter)
                .within(slow.time)
                .run();
        assertThat(starter.runs).isEqualTo(1);
    }

    private Outcome unlimited() {
        AggregateBench other = new AggregateBench(folder);
        other.customers = bench.customers;
        other.run();
        return Outcome.of(other);
    }
}
