package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.testing.store.FailingObjectStore;
import dev.wau.testing.store.FailingObjectStore.Moment;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions that die at any change of the central bucket, while the others go on or not. */
final class PartsInterruptionTest {

    private static final int MOST_CHANGES = 200;

    @TempDir
    Path folder = Path.of("");

    private PartsBench parts = new PartsBench(new AggregateBench(folder));
    private AggregateBench bench = parts.bench;

    @BeforeEach
    void customers() throws IOException {
        parts = PartsBench.of(folder);
        bench = parts.bench;
    }

    @ParameterizedTest
    @EnumSource
    void allDie(Moment moment) throws IOException {
        Outcome expected = parts.undivided();

        int changes = atEveryChange(deadly -> {
            bench.central = new MemoryObjectStore();
            FailingObjectStore dying = new FailingObjectStore(bench.central, deadly, moment);
            parts.tryAll(function -> dying);
            requireDied(dying, deadly);
            assertSettles(expected, deadly);
        });

        // At least every file, a segment and an outcome of each part, and a ledger of each customer with files.
        assertThat(changes).isGreaterThan(9 + 3 + 3 + 6);
    }

    @ParameterizedTest
    @CsvSource({"0,BEFORE", "0,AFTER", "1,BEFORE", "1,AFTER", "2,BEFORE", "2,AFTER", "3,BEFORE", "3,AFTER"})
    void oneDiesAndTheOthersGoOn(int function, Moment moment) throws IOException {
        Outcome expected = parts.undivided();

        int changes = atEveryChange(deadly -> {
            bench.central = new MemoryObjectStore();
            FailingObjectStore dying = new FailingObjectStore(bench.central, deadly, moment);
            parts.tryAll(number -> number == function ? dying : bench.central);
            requireDied(dying, deadly);
            assertSettles(expected, deadly);
        });

        assertThat(changes).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void allDieInASecondBatch(Moment moment) throws IOException {
        change("again");
        Outcome expected = parts.undivided();

        atEveryChange(deadly -> {
            bench.central = new MemoryObjectStore();
            Files.delete(folder.resolve("customer3/new.csv"));
            parts.file(1, "f0", "old");
            parts.settle();
            change("again");
            FailingObjectStore dying = new FailingObjectStore(bench.central, deadly, moment);
            parts.tryAll(number -> dying);
            requireDied(dying, deadly);
            parts.settle();
            Outcome outcome = Outcome.of(bench);
            assertThat(outcome.atLeastOnce()).as("died at change %s", deadly).isEqualTo(expected.atLeastOnce());
            assertThat(outcome.named())
                    .containsEntry("csv/customer1/f0.csv", 2L)
                    .containsEntry("csv/customer3/new.csv", 1L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aBatchThatIsDividedWhileItIsInProgress(Moment moment) throws IOException {
        first("changed");
        Outcome expected = parts.undivided();

        int changes = atEveryChange(deadly -> {
            bench.central = new MemoryObjectStore();
            first("event0");
            // The head, nine files, a segment of the journal, and no marker.
            FailingObjectStore undivided = new FailingObjectStore(bench.central, 12, Moment.BEFORE);
            PartsBench.tryOne(() -> bench.aggregator(undivided, 1).run());
            FailingObjectStore dying = new FailingObjectStore(bench.central, deadly, moment);
            parts.customersPerPart = 3;
            parts.tryAll(number -> dying);
            requireDied(dying, deadly);
            // Nothing is done of the new division, so what changes now still comes with this batch.
            boolean undone = bench.contents("state/aggregate/batch.json").values().stream()
                    .anyMatch(head -> head.contains("\"version\":1"));
            first("changed");
            parts.customersPerPart = 2;
            parts.settle();
            Outcome outcome = Outcome.of(bench);
            assertThat(undone ? outcome : outcome.atLeastOnce())
                    .as("died at change %s", deadly)
                    .isEqualTo(expected);
        });

        assertThat(changes).isGreaterThan(3 + 3 + 1);
    }

    /** The first file of each customer that has any. */
    private void first(String event) throws IOException {
        for (int customer : List.of(1, 2, 4, 5, 6)) {
            parts.file(customer, "f0", event);
        }
    }

    @Test
    void wherePartsCannotBeStartedADeadRunIsGoneOnWith() throws IOException {
        Outcome expected = parts.undivided();

        atEveryChange(deadly -> {
            bench.central = new MemoryObjectStore();
            parts.begin();
            parts.parts.clear();
            FailingObjectStore dying = new FailingObjectStore(bench.central, deadly, Moment.AFTER);
            PartsBench.tryOne(() -> bench.aggregator(dying, 1).run());
            requireDied(dying, deadly);
            bench.run();
            assertThat(Outcome.of(bench)).as("died at change %s", deadly).isEqualTo(expected);
            assertThat(bench.keys("state/aggregate/batch")).isEmpty();
        });
    }

    /** What is tried with the number of the deadly change. */
    private interface Deadly {
        void accept(int deadly) throws IOException;
    }

    /** Ends the changes: there are no more. */
    private static final class NoMore extends RuntimeException {}

    /** How many changes there were. */
    private static int atEveryChange(Deadly test) throws IOException {
        for (int deadly = 1; deadly < MOST_CHANGES; deadly++) {
            try {
                test.accept(deadly);
            } catch (NoMore e) {
                return deadly - 1;
            }
        }
        throw new AssertionError("More changes than expected");
    }

    private static void requireDied(FailingObjectStore dying, int deadly) {
        if (dying.changes() < deadly) {
            throw new NoMore();
        }
    }

    private void assertSettles(Outcome expected, int deadly) {
        parts.settle();
        assertThat(Outcome.of(bench)).as("died at change %s", deadly).isEqualTo(expected);
    }

    private void change(String event) throws IOException {
        parts.file(1, "f0", event);
        parts.file(3, "new", "new");
    }
}
