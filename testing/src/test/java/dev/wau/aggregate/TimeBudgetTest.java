package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.collect.Connectors;
import dev.wau.complete.CompletionMarker;
import dev.wau.config.Policies.MissingCustomers;
import dev.wau.model.Customer;
import dev.wau.store.LocalFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose time ends before their work. */
final class TimeBudgetTest {

    private static final int FILES = 20;

    @TempDir
    Path folder = Path.of("");

    private AggregateBench bench = new AggregateBench(folder);
    private TestingTime time = new TestingTime(Duration.ZERO);
    private final List<String> opened = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void customers() throws IOException {
        bench = new AggregateBench(folder).customer("acme").customer("bolt");
        bench.sources = customer -> new SlowSource(
                customer.customer().name(),
                Connectors.folders(() -> bench.now).source(customer.source()),
                passed -> time.pass(passed),
                opened);
        for (int i = 0; i < FILES; i++) {
            file("acme", i, 1);
            file("bolt", i, 1);
        }
    }

    @Test
    void whatARunHasNoTimeForIsDoneByTheNextOnes() {
        Outcome expected = unlimited();

        List<AggregateResult> results = runUntilFinished(100);

        assertThat(results.size()).isBetween(2, 5);
        assertThat(Outcome.of(bench)).isEqualTo(expected);
        assertThat(Outcome.markers(bench)).hasSize(1);
        assertThat(results)
                .extracting(AggregateResult::batch)
                .containsOnly(results.get(0).batch());
        assertThat(results.get(0).marker()).isNull();
        AggregateResult last = results.get(results.size() - 1);
        assertThat(last.resumed()).isPositive();
        assertThat(last.files()).isEqualTo(2 * FILES);
        assertThat(bench.keys("state/aggregate/batch")).isEmpty();
    }

    @Test
    void finishedFilesAreNotReadAgain() {
        boolean unfinished = true;
        while (unfinished) {
            List<String> finished = bench.keys("csv/");
            opened.clear();
            unfinished = run(100).unfinished();
            assertThat(opened).isNotEmpty().filteredOn(finished::contains).isEmpty();
        }

        assertThat(run(1_000).nothingNew()).isTrue();
    }

    @Test
    void itSaysWhatWaits() {
        AggregateResult result = run(100);

        assertThat(result.unfinished()).isTrue();
        assertThat(result.nothingNew()).isFalse();
        AggregateResult.Waiting waiting = Objects.requireNonNull(result.waiting());
        assertThat(waiting.customers()).isZero();
        assertThat(waiting.files()).isEqualTo(2 * FILES - result.files());
        assertThat(waiting.bytes()).isPositive();
        assertThat(bench.keys("complete/")).isEmpty();
        assertThat(bench.keys("csv/")).hasSize((int) result.files());
    }

    @Test
    void aFileThatIsGivenUpLeavesNothing() throws IOException {
        LocalFolder central = new LocalFolder(folder.resolve("central"));
        bench.central = central;
        file("acme", 99, 200);

        AggregateResult result = run(200);

        assertThat(result.unfinished()).isTrue();
        assertThat(bench.keys("csv/")).doesNotContain("csv/acme/99.csv");
        assertThat(folder.resolve("central/.wau-tmp")).isDirectoryNotContaining("glob:**-[0-9]*-*-*-*-[0-9]*-[0-9]*");
    }

    @Test
    void withoutTimeForTheListingNothingIsBegun() {
        AggregateResult result = run(10);

        assertThat(result.waiting()).isEqualTo(new AggregateResult.Waiting(2, 0, 0, 0));
        assertThat(bench.keys("")).isEmpty();
    }

    @Test
    void aRunWithoutAnyTimeTellsWhichBatchWaits() {
        AggregateResult begun = run(100);

        AggregateResult result = run(0);

        assertThat(result.batch()).isNotNull().isEqualTo(begun.batch());
        assertThat(result.waiting()).isEqualTo(new AggregateResult.Waiting(2, 0, 0, 0));
    }

    @Test
    void whereTimeIsOverBeforeTheMarkerTheNextRunWritesIt() {
        time = new TestingTime(Duration.ofSeconds(1_000));
        // The last change of the copying: the last segment of the journal.
        PausingStore slow = new PausingStore(bench.central, key -> {
            if (key.endsWith(".jsonl") && bench.keys("csv/").size() == 2 * FILES) {
                time.pass(Duration.ofSeconds(1_000));
            }
        });

        AggregateResult result = bench.aggregator(slow, 1).within(time).run();

        assertThat(result.waiting()).isEqualTo(new AggregateResult.Waiting(0, 0, 0, 0));
        assertThat(bench.keys("complete/")).isEmpty();
        opened.clear();
        assertThat(bench.marker(run(100)).files()).hasSize(2 * FILES);
        assertThat(opened).isEmpty();
    }

    @Test
    void aFileLargerThanARunsTimeFailsItsCustomerAfterTwoRuns() throws IOException {
        file("acme", 99, 500);
        bench.missing = MissingCustomers.PARTIAL;

        List<AggregateResult> results = runUntilFinished(400);

        assertThat(results.size()).isBetween(3, 5);
        CompletionMarker marker = bench.marker(results.get(results.size() - 1));
        assertThat(marker.files()).hasSize(2 * FILES);
        assertThat(results.get(results.size() - 1).failed()).singleElement().satisfies(failed -> {
            assertThat(failed.customer()).isEqualTo(new Customer("acme"));
            assertThat(failed.error())
                    .contains("Cannot aggregate '99.csv' (", "2 runs with up to 3", "were over before its end")
                    .contains("Run 'wau aggregate' where time has no limit");
        });
        opened.clear();
        assertThat(run(400).unfinished()).isFalse();
        assertThat(opened).isEmpty();
    }

    @Test
    void whereAllCustomersAreWantedATooLargeFileIsAnErrorAndNoMarkerIsWritten() throws IOException {
        file("acme", 99, 500);
        for (int i = 0; i < 10 && Outcome.markers(bench).isEmpty(); i++) {
            try {
                run(400);
            } catch (CustomersFailedException e) {
                assertThat(e).hasMessageContaining("acme: Cannot aggregate '99.csv'");
                assertThat(bench.keys("csv/")).hasSize(2 * FILES);
                assertThat(Outcome.markers(bench)).isEmpty();
                assertThatThrownBy(() -> run(400)).isInstanceOf(CustomersFailedException.class);
                assertThat(run(1_000).files()).isEqualTo(2 * FILES + 1);
                return;
            }
        }
        throw new AssertionError("The file was tried for ever");
    }

    @Test
    void aTooLargeFileIsTriedAgainWithMoreTimeAndAnyRunWithoutALimitReadsIt() throws IOException {
        file("acme", 99, 500);
        bench.missing = MissingCustomers.PARTIAL;
        runUntilFinished(400);

        AggregateResult result = bench.run();

        assertThat(bench.marker(result).files())
                .extracting(file -> file.key().path())
                .containsExactly("csv/acme/99.csv");
        assertThat(bench.keys("state/aggregate/tried")).isEmpty();
    }

    @Test
    void aNewVersionOfATooLargeFileIsTriedAgain() throws IOException {
        file("acme", 99, 500);
        bench.missing = MissingCustomers.PARTIAL;
        runUntilFinished(400);
        file("acme", 99, 50);

        List<AggregateResult> results = runUntilFinished(400);

        assertThat(results.get(results.size() - 1).failed()).isEmpty();
        assertThat(bench.keys("csv/")).contains("csv/acme/99.csv");
    }

    @Test
    void runsOfDifferentLengthsComeToAnEndToo() throws IOException {
        file("acme", 99, 900);
        bench.missing = MissingCustomers.PARTIAL;
        List<Integer> lengths = List.of(300, 500, 300, 500, 300, 500, 300, 500);

        long unfinished = lengths.stream()
                .map(this::run)
                .filter(AggregateResult::unfinished)
                .count();

        assertThat(unfinished).isBetween(2L, 4L);
    }

    @Test
    void whatIsLeftIsStartedAtOnceAsLongAsItComesFurther() throws IOException {
        PartsBench starter = new PartsBench(bench);
        time = new TestingTime(Duration.ofSeconds(100));
        bench.aggregator().inParts(10, starter).within(time).run();
        assertThat(starter.runs).isEqualTo(1);

        time = new TestingTime(Duration.ofSeconds(10));
        bench.aggregator().inParts(10, starter).within(time).run();
        assertThat(starter.runs).isEqualTo(1);
    }

    private List<AggregateResult> runUntilFinished(int seconds) {
        List<AggregateResult> results = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            results.add(run(seconds));
            if (!results.get(i).unfinished()) {
                return results;
            }
        }
        throw new AssertionError("It comes to no end");
    }

    private AggregateResult run(int seconds) {
        time = new TestingTime(Duration.ofSeconds(seconds));
        bench.now = bench.now.plusSeconds(60);
        return bench.aggregator().within(time).run();
    }

    private Outcome unlimited() {
        AggregateBench other = new AggregateBench(folder);
        other.customers = bench.customers;
        other.run();
        return Outcome.of(other);
    }

    /** A file that takes about so many seconds. */
    private void file(String customer, int number, int seconds) throws IOException {
        String record = "2025-06-30 10:00:00,event" + number + ",";
        bench.file(
                customer + "/" + number + ".csv",
                IntStream.range(0, seconds + 1)
                        .mapToObj(i -> i == 0
                                ? "timestamp,event,userId"
                                : record + "u".repeat(SlowSource.STEP - 1 - record.length()))
                        .toArray(String[]::new));
    }
}
