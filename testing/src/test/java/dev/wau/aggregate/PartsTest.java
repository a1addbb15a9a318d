package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.aggregate.PartResult.State;
import dev.wau.model.BatchId;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.testing.store.FailingObjectStore;
import java.io.IOException;
import java.nio.file.Path;
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
    void anUndividedBatchHasNoParts() {
        FailingObjectStore dying = new FailingObjectStore(bench.central, 5, FailingObjectStore.Moment.BEFORE);
        PartsBench.tryOne(() -> bench.aggregator(dying, 1).run());
        Batch.Head head = Objects.requireNonNull(new Heads(new StateFiles(bench.central)).read());

        assertThat(parts.aggregator().runPart(new BatchPart(head.id(), 1)).state())
                .isEqualTo(State.OVER);
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
