package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.aggregate.PartResult.State;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that several runs do in parts. */
final class PartsTest {

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
    void theLastPartWritesTheMarkerOfAllAndItIsAnUndividedRuns() {
        AggregateResult begun = parts.begin();
        assertThat(begun.waiting()).isEqualTo(new AggregateResult.Waiting(0, 0, 0, PARTS));
        assertThat(parts.parts).extracting(BatchPart::number).containsExactly(1, 2, 3);

        List<PartResult> done = parts.drain();

        assertThat(done).extracting(PartResult::state).containsOnly(State.DONE);
        assertThat(done.subList(0, 2)).extracting(PartResult::batch).containsOnlyNulls();
        AggregateResult whole = Objects.requireNonNull(done.get(2).batch());
        assertThat(whole.batch()).isEqualTo(begun.batch());
        assertThat(bench.marker(whole).customers()).hasSize(PartsBench.CUSTOMERS);
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
        assertThat(bench.keys("state/aggregate/batch")).isEmpty();
    }

    @Test
    void inALocalFolderToo() {
        bench.central = new LocalFolder(folder.resolve("central"));
        parts.settle();

        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aPartTellsWhatItsOwnCustomersFilesCameTo() {
        parts.begin();

        List<PartResult> done = parts.drain();

        long files = done.stream()
                .mapToLong(part -> Objects.requireNonNull(part.own()).files())
                .sum();
        assertThat(files).isEqualTo(Objects.requireNonNull(done.get(2).batch()).files());
        assertThat(Objects.requireNonNull(done.get(0).own()).customers()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOrderAndAnyNumberOfStartsComeToTheSame(long seed) {
        parts.begin();
        List<BatchPart> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            started.addAll(parts.parts);
        }
        Collections.shuffle(started, new Random(seed));
        parts.parts.clear();
        parts.parts.addAll(started);

        List<PartResult> done = parts.drain();

        assertThat(done).extracting(PartResult::state).containsOnly(State.DONE, State.OVER);
        assertThat(done).filteredOn(part -> part.own() != null).hasSize(PARTS);
        assertThat(done).filteredOn(part -> part.batch() != null).hasSize(1);
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aPartOfABatchThatIsOverDoesNothing() throws IOException {
        parts.begin();
        List<BatchPart> old = List.copyOf(parts.parts);
        parts.drain();
        parts.file(1, "later", "later");
        Map<String, String> before = bench.contents("");

        assertThat(old)
                .allSatisfy(part -> assertThat(parts.aggregator().runPart(part))
                        .isEqualTo(new PartResult(part, State.OVER, null, null)));

        assertThat(bench.contents("")).isEqualTo(before);
    }

    @Test
    void aPartThatTheBatchDoesNotHaveDoesNothing() {
        BatchId batch = Objects.requireNonNull(parts.begin().batch());
        BatchPart unknown = new BatchPart(batch, PARTS + 1);
        BatchPart older = new BatchPart(BatchId.startedAt(AggregateBench.START), 1);

        assertThat(parts.aggregator().runPart(unknown).state()).isEqualTo(State.OVER);
        assertThat(parts.aggregator().runPart(older).state()).isEqualTo(State.OVER);
        assertThat(bench.keys("csv/")).isEmpty();
    }

    @Test
    void aPartOfAnUndividedBatchIsOver() {
        bench.sources = customer -> {
            throw new WauException(ErrorCode.STORE_FAILED, "not now");
        };
        BatchPart part = new BatchPart(BatchId.startedAt(AggregateBench.START), 1);

        assertThat(parts.aggregator().runPart(part).state()).isEqualTo(State.OVER);
    }

    @Test
    void whatWasNeverStartedTheNextRunStarts() {
        BatchId batch = Objects.requireNonNull(parts.begin().batch());
        BatchPart lost = Objects.requireNonNull(parts.parts.poll());
        parts.drain();

        AggregateResult again = parts.begin();

        assertThat(again.batch()).isEqualTo(batch);
        assertThat(parts.parts).containsExactly(lost);
        assertThat(parts.drain()).extracting(PartResult::state).containsExactly(State.DONE);
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
        assertThat(Outcome.markers(bench)).hasSize(1);
    }

    @Test
    void whileAnotherIsAtWorkOnAPartItIsBusy() {
        parts.begin();
        try (ObjectStore.Hold hold = bench.central.hold("aggregate-part-2")) {
            hold.confirm();
            assertThat(parts.drain()).extracting(PartResult::state).containsExactly(State.DONE, State.BUSY, State.DONE);
            assertThat(Objects.requireNonNull(parts.begin().waiting()).parts()).isEqualTo(1);
        }
        parts.drain();

        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void wherePartsCannotBeStartedARunDoesThemInTurn() {
        parts.begin();

        AggregateResult result = bench.run();

        assertThat(result.unfinished()).isFalse();
        assertThat(result.files()).isEqualTo(bench.keys("csv/").size());
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void wherePartsCannotBeStartedAndOneIsBusyTheRunSaysSo() {
        parts.begin();
        try (ObjectStore.Hold hold = bench.central.hold("aggregate-part-2")) {
            hold.confirm();
            AggregateResult result = bench.run();

            assertThat(result.waiting()).isEqualTo(new AggregateResult.Waiting(0, 0, 0, 1));
            assertThat(result.files()).isPositive();
        }
    }

    @Test
    void aShortListIsNotDivided() {
        parts.customersPerPart = PartsBench.CUSTOMERS;

        assertThat(parts.begin().unfinished()).isFalse();
        assertThat(parts.parts).isEmpty();
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void nothingNewLeavesNoMarkerAndNoTrace() {
        parts.settle();
        Map<String, String> before = bench.contents("");

        parts.begin();
        List<PartResult> done = parts.drain();

        assertThat(Objects.requireNonNull(done.get(2).batch()).nothingNew()).isTrue();
        assertThat(bench.contents("")).isEqualTo(before);
    }

    @Test
    void aMarkerCanBeAskedForAllTheSameAlsoWhenTheBatchIsInProgress() {
        parts.settle();
        parts.begin();
        parts.parts.clear();

        parts.aggregator().run(Aggregator.MarkerRule.ALWAYS);
        parts.drain();

        assertThat(Outcome.markers(bench)).hasSize(2);
        assertThat(Outcome.markers(bench).get(1).files()).isEmpty();
    }

    @Test
    void aNewCustomerComesWithTheNextBatch() throws IOException {
        parts.begin();
        bench.customer("added");
        bench.file("added/a.csv", "timestamp,event,userId", "2025-06-30 10:00:00,a,u");
        parts.drain();
        assertThat(bench.keys("csv/added/")).isEmpty();

        parts.settle();

        List<CompletionMarker> markers = Outcome.markers(bench);
        assertThat(markers).extracting(marker -> marker.customers().size()).containsExactly(7, 8);
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aCustomerThatLeavesIsExpectedNoMoreButWhatItBroughtIsNamed() {
        Outcome expected = parts.undivided();
        parts.begin();
        parts.aggregator().runPart(Objects.requireNonNull(parts.parts.poll()));
        bench.customers.remove(0);
        bench.customers.remove(bench.customers.size() - 1);

        parts.drain();

        assertThat(Outcome.of(bench)).isEqualTo(expected);
        assertThat(Outcome.markers(bench).get(0).customers())
                .extracting(CustomerOutcome::customer)
                .extracting(Object::toString)
                .contains("customer1")
                .hasSize(7);
        parts.settle();
        assertThat(Outcome.markers(bench).get(1).customers()).hasSize(5);
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
            time[0] = new TestingTime(Duration.ofSeconds(14));
            List<String> finished = bench.keys("csv/");
            opened.clear();
            parts.aggregator().within(time[0]).runPart(part);
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
        ObjectStore central = bench.central;
        PausingStore slow = new PausingStore(central, key -> {
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
    void fewerThanOneCustomerPerPartIsAnError() {
        assertThatThrownBy(() -> bench.aggregator().inParts(0, parts))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("Invalid customers per part: 0 (at least 1)");
    }

    @Test
    void partsAreCountedFromOne() {
        assertThatThrownBy(() -> new BatchPart(BatchId.startedAt(AggregateBench.START), 0))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("Invalid part: 0");
    }
}
