package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A function that stands still before a change or a listing, loses its holds, and goes on when others have done
 * everything: as one whose network was away.
 */
final class OvertakenPartsTest {

    private static final int MOST_PAUSES = 100;

    @TempDir
    Path folder = Path.of("");

    private PartsBench parts = new PartsBench(new AggregateBench(folder));
    private AggregateBench bench = parts.bench;

    @BeforeEach
    void customers() throws IOException {
        parts = PartsBench.of(folder);
        bench = parts.bench;
    }

    @ParameterizedTest(name = "{0}, where 0 begins the batch, and of its parts 1, 2, 3 the last completes it")
    @ValueSource(ints = {0, 1, 2, 3})
    void byTheSameBatch(int function) throws IOException {
        Outcome expected = parts.undivided();

        int pauses = atEveryPause(function, this::doAll, overtaken -> {
            // Where it writes a file once more, that is a new version, which has to be named by a marker of its own.
            boolean again = overtaken.startsWith("csv/");
            Outcome outcome = Outcome.of(bench);
            assertThat(again ? outcome.atLeastOnce() : outcome).isEqualTo(expected);
        });

        assertThat(pauses).isPositive();
    }

    @ParameterizedTest(name = "{0}, where 0 begins the batch, and of its parts 1, 2, 3 the last completes it")
    @ValueSource(ints = {0, 1, 2, 3})
    void byALaterBatchToo(int function) throws IOException {
        change("later");
        Outcome expected = parts.undivided();
        change("event0");

        int pauses = atEveryPause(
                function,
                others -> {
                    doAll(others);
                    change("later");
                    doAll(others);
                },
                overtaken -> {
                    assertThat(Outcome.of(bench).atLeastOnce()).isEqualTo(expected.atLeastOnce());
                    change("event0");
                });

        assertThat(pauses).isPositive();
    }

    @Test
    void theOneThatCompletesABatchTooLateLeavesALaterOneInProgressAsItIs() throws IOException {
        for (int pause = 1; pause < MOST_PAUSES; pause++) {
            bench.central = new MemoryObjectStore();
            change("event0");
            parts.begin();
            BatchPart last = Objects.requireNonNull(parts.parts.poll());
            parts.drain();
            Map<String, String> later = new TreeMap<>();
            Optional<String> overtaken = overtake(
                    pause,
                    others -> later.putAll(beginLater(others)),
                    (held, others) ->
                            PartsBench.tryOne(() -> parts.aggregator(held).runPart(last)));
            if (overtaken.isEmpty()) {
                return;
            }
            // Where it had the hold confirmed just before the head's removal, the later batch is begun once more.
            if (!overtaken.get().equals("state/aggregate/batch.json")) {
                assertThat(bench.contents("state/aggregate/batch"))
                        .as(overtaken.get())
                        .containsAllEntriesOf(later);
            }
            parts.parts.clear();
            parts.settle();
            assertThat(Outcome.of(bench).atLeastOnce().csv())
                    .isEqualTo(parts.undivided().csv());
        }
        throw new AssertionError("More pauses than expected");
    }

    @Test
    void whatALatePartAddsToItsJournalComesWithTheNextBatch() {
        parts.begin();
        BatchPart last = Objects.requireNonNull(parts.parts.poll());
        parts.drain();
        PausingStore dying = new PausingStore(bench.central, key -> {
            if (key.startsWith("complete/")) {
                addLate(new BatchPart(last.batch(), 2));
            } else if (key.equals("state/aggregate/last.json")) {
                throw new WauException(ErrorCode.STORE_FAILED, "Cannot write " + key + ": the store is dead");
            }
        });
        PartsBench.tryOne(() -> parts.aggregator(dying).runPart(last));
        assertThat(Outcome.of(bench).named()).hasSize(10).doesNotContainKey("csv/customer2/late.csv");

        parts.settle();

        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    /** As if the part had stood still between the asking for its hold and the writing of a segment. */
    private void addLate(BatchPart part) {
        bench.keys("state/aggregate/batch/").stream()
                .filter(key -> key.endsWith(".done-00001.00002.json"))
                .forEach(key -> bench.central.delete(new ObjectKey(key)));
        try (ObjectStore.Hold completing = bench.central.hold(Holds.BATCH)) {
            parts.file(2, "late", "late");
            assertThat(parts.aggregator().runPart(part).batch()).isNull();
            completing.confirm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands there of a batch in progress, one part of which is done. */
    private Map<String, String> beginLater(PausingStore central) throws IOException {
        doAll(central);
        change("later");
        parts.begin(central);
        parts.aggregator(central).runPart(Objects.requireNonNull(parts.parts.poll()));
        Map<String, String> there = bench.contents("state/aggregate/batch");
        assertThat(there.keySet()).anyMatch(key -> key.contains(".done-")).anyMatch(key -> key.contains(".part-"));
        return there;
    }

    private void doAll(PausingStore central) {
        parts.begin(central);
        parts.drain(central);
    }

    private void change(String event) throws IOException {
        parts.file(1, "f0", event);
        parts.file(7, "f0", event);
    }

    /** What others do meanwhile. */
    private interface Overtaking {
        void accept(PausingStore central) throws IOException;
    }

    /** What is asked of the bucket when all is done. */
    private interface Check {
        void accept(String overtaken) throws IOException;
    }

    /** How often the function lists or changes something. */
    private int atEveryPause(int function, Overtaking overtaking, Check check) throws IOException {
        for (int pause = 1; pause < MOST_PAUSES; pause++) {
            bench.central = new MemoryObjectStore();
            Optional<String> overtaken = overtake(
                    pause, overtaking, (held, others) -> parts.tryAll(number -> number == function ? held : others));
            if (overtaken.isEmpty()) {
                return pause - 1;
            }
            parts.settle();
            check.accept(overtaken.get());
            Outcome.markers(bench).forEach(OvertakenPartsTest::assertNoFileTwice);
        }
        throw new AssertionError("More pauses than expected");
    }

    /**
     * Has one held up, and others overtake it.
     *
     * @param functions are run with the store of the one and that of the others
     * @return what the one was about to list or to change; none if it doesn't do that so often
     */
    private Optional<String> overtake(
            int pause, Overtaking overtaking, BiConsumer<PausingStore, PausingStore> functions) {
        AtomicInteger pauses = new AtomicInteger();
        AtomicReference<String> overtaken = new AtomicReference<>();
        PausingStore others = new PausingStore(bench.central, key -> {});
        PausingStore held = others.with(key -> {
            if (pauses.incrementAndGet() == pause) {
                overtaken.set(key);
                unchecked(overtaking, others);
            }
        });
        functions.accept(held, others);
        return Optional.ofNullable(overtaken.get());
    }

    private static void unchecked(Overtaking overtaking, PausingStore others) {
        try {
            overtaking.accept(others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertNoFileTwice(CompletionMarker marker) {
        List<ObjectKey> keys = marker.files().stream().map(MarkerFile::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
    }
}
