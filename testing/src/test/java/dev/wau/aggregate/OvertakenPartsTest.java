package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.model.ObjectKey;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

    @ParameterizedTest(name = "{0}, where 0 begins the batch, and of its parts 1, 2, 3 the last completes it")
    @ValueSource(ints = {0, 1, 2, 3})
    void byTheSameBatch(int function) throws IOException {
        Outcome expected = parts.undivided();

        int changes = atEveryChange(function, this::doAll, overtaken -> {
            // Where it writes a file once more, that is a new version, which has to be named by a marker of its own.
            boolean again = overtaken.path().startsWith("csv/");
            Outcome outcome = Outcome.of(bench);
            assertThat(again ? outcome.atLeastOnce() : outcome).isEqualTo(expected);
        });

        assertThat(changes).isPositive();
    }

    @ParameterizedTest(name = "{0}, where 0 begins the batch, and of its parts 1, 2, 3 the last completes it")
    @ValueSource(ints = {0, 1, 2, 3})
    void byALaterBatchToo(int function) throws IOException {
        change("later");
        Outcome expected = parts.undivided();
        change("event0");

        int changes = atEveryChange(
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

        assertThat(changes).isPositive();
    }

    private void doAll(ChangeHook central) {
        parts.begin(central);
        parts.drain(central);
    }

    private void change(String event) throws IOException {
        parts.file(1, "f0", event);
        parts.file(7, "f0", event);
    }

    /** What others do meanwhile. */
    private interface Overtaking {
        void accept(ChangeHook central) throws IOException;
    }

    /** What is asked of the bucket when all is done. */
    private interface Check {
        void accept(ObjectKey overtaken) throws IOException;
    }

    /** How many changes the function makes. */
    private int atEveryChange(int function, Overtaking overtaking, Check check) throws IOException {
        for (int change = 1; change < MOST_CHANGES; change++) {
            bench.central = new MemoryObjectStore();
            Optional<ObjectKey> overtaken = overtake(function, change, overtaking);
            if (overtaken.isEmpty()) {
                return change - 1;
            }
            parts.settle();
            check.accept(overtaken.get());
            Outcome.markers(bench).forEach(OvertakenPartsTest::assertNoFileTwice);
        }
        throw new AssertionError("More changes than expected");
    }

    /** The object that the function was about to change; none if it doesn't make so many changes. */
    private Optional<ObjectKey> overtake(int function, int change, Overtaking overtaking) {
        AtomicInteger changes = new AtomicInteger();
        AtomicReference<ObjectKey> overtaken = new AtomicReference<>();
        ChangeHook others = new ChangeHook(bench.central, key -> {});
        ChangeHook held = others.with(key -> {
            if (changes.incrementAndGet() == change) {
                overtaken.set(key);
                unchecked(overtaking, others);
            }
        });
        parts.tryAll(number -> number == function ? held : others);
        return Optional.ofNullable(overtaken.get());
    }

    private static void unchecked(Overtaking overtaking, ChangeHook others) {
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
