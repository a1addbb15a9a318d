package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.model.ObjectKey;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A function that stands still before a change, loses its holds, and goes on when others have done everything: as one
 * whose network was away.
 */
final class OvertakenPartsTest {

    private static final int MOST_CHANGES = 100;

    @TempDir
    Path folder = Path.of("");

    private PartsBench parts = new PartsBench(new AggregateBench(folder));
    private AggregateBench bench = parts.bench;

    @BeforeEach
    void customers() throws IOException {
        parts = PartsBench.of(folder);
        bench = parts.bench;
    }

    /** Of whom the function is that stands still: 0 begins the batch, the others are its parts. The last completes it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void byTheSameBatch(int function) {
        Outcome expected = parts.undivided();

        int changes = atEveryChange(
                function,
                others -> {
                    parts.begin(others);
                    parts.drain(others);
                },
                () -> assertThat(Outcome.of(bench).atLeastOnce()).isEqualTo(expected.atLeastOnce()));

        assertThat(changes).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void byALaterBatch(int function) throws IOException {
        parts.file(1, "f0", "again");
        parts.file(7, "f0", "first");
        Outcome expected = parts.undivided();

        atEveryChange(
                function,
                others -> {
                    parts.begin(others);
                    parts.drain(others);
                    put(1, "again");
                    put(7, "first");
                    parts.begin(others);
                    parts.drain(others);
                },
                () -> {
                    assertThat(Outcome.of(bench).atLeastOnce()).isEqualTo(expected.atLeastOnce());
                    put(1, "event0");
                });
    }

    private int atEveryChange(int function, Consumer<ChangeHook> overtaking, Runnable check) {
        for (int change = 1; change < MOST_CHANGES; change++) {
            bench.central = new MemoryObjectStore();
            if (!overtaken(function, change, overtaking)) {
                return change - 1;
            }
            parts.settle();
            check.run();
            Outcome.markers(bench).forEach(OvertakenPartsTest::assertNoFileTwice);
        }
        throw new AssertionError("More changes than expected");
    }

    /** Whether the function makes so many changes. */
    private boolean overtaken(int function, int at, Consumer<ChangeHook> overtaking) {
        AtomicInteger changes = new AtomicInteger();
        ChangeHook[] others = new ChangeHook[1];
        ChangeHook held = new ChangeHook(bench.central, key -> {
            if (changes.incrementAndGet() == at) {
                overtaking.accept(others[0]);
            }
        });
        others[0] = held.freely();
        parts.tryAll(number -> number == function ? held : others[0]);
        return changes.get() >= at;
    }

    private static void assertNoFileTwice(CompletionMarker marker) {
        List<ObjectKey> keys = marker.files().stream().map(MarkerFile::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    private void put(int customer, String event) {
        try {
            parts.file(customer, "f0", event);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
