package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.testing.store.FailingObjectStore;
import dev.wau.testing.store.FailingObjectStore.Moment;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that dies at any change of the central bucket, and is started again. */
final class InterruptionTest {

    @TempDir
    Path folder = Path.of("");

    private AggregateBench bench = new AggregateBench(folder);

    /** What must not depend on interruptions. */
    private record State(Map<String, String> csv, Map<String, String> ledgers, List<List<MarkerFile>> markers) {}

    @BeforeEach
    void sources() throws IOException {
        bench = new AggregateBench(folder).customer("acme").customer("bolt");
        for (int i = 0; i < 70; i++) {
            bench.file(
                    "acme/" + i + ".csv",
                    "timestamp,event,userId",
                    "2025-06-30 10:00:" + (10 + i % 50) + ",a" + i + ",u");
        }
        bench.file(
                "bolt/a.csv",
                "timestamp,event,userId",
                "2025-06-30 10:00:00,a,u",
                "bad,a,u",
                "2025-06-30 10:00:00,a,u");
        bench.file("bolt/refused.csv", "nothing");
    }

    @ParameterizedTest
    @EnumSource
    void theFirstBatchEndsTheSame(Moment moment) {
        int changes = changes();
        State expected = uninterrupted();
        assertThat(changes).isGreaterThan(70);

        // One copy is like the other: not each of them.
        for (int deadly = 1; deadly <= changes; deadly += deadly > 5 && deadly < changes - 20 ? 7 : 1) {
            bench.central = new MemoryObjectStore();
            dieAt(deadly, moment);
            bench.run();
            assertThat(state()).as("died at change %s", deadly).isEqualTo(expected);
            assertClean();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondBatchEndsTheSame(Moment moment) throws IOException {
        State expected = null;
        int changes = 100;
        for (int deadly = 0; deadly <= changes; deadly++) {
            bench.central = new MemoryObjectStore();
            bench.file("acme/1.csv", "timestamp,event,userId", "2025-06-30 10:00:00,old,u");
            bench.run();
            bench.file("acme/1.csv", "timestamp,event,userId", "2025-06-30 10:00:00,new one,u");
            bench.file("acme/new.csv", "timestamp,event,userId", "2025-06-30 10:00:00,new,u");
            if (deadly == 0) {
                changes = changesIn(bench.central);
                expected = state();
            } else {
                dieAt(deadly, moment);
                bench.run();
            }
            assertThat(state()).as("died at change %s", deadly).isEqualTo(expected);
            assertClean();
            Files.delete(folder.resolve("acme/new.csv"));
        }
    }

    @Test
    void aRunThatIsGoneOnWithKeepsItsBatchAndReadsNoFinishedFileAgain() {
        dieAt(changes() / 2, Moment.BEFORE);
        String begun = bench.text("state/aggregate/batch.json");

        AggregateResult result = bench.run();

        assertThat(begun).contains("\"batch\":\"" + result.batch() + "\"");
        assertThat(result.resumed()).isEqualTo(0);
        assertThat(result.files()).isEqualTo(71);
    }

    @Test
    void whatTheJournalSaysIsNotReadAgain() {
        // The last seven: the marker, the customers it names, two ledgers, two segments and the head of the journal.
        dieAt(changes() - 6, Moment.BEFORE);
        assertThat(bench.keys("complete/")).isEmpty();

        AggregateResult result = bench.run();

        assertThat(result.resumed()).isEqualTo(72);
        assertThat(result.sourceBytes()).isZero();
    }

    @Test
    void inTheLocalFolderTooNothingHalfWrittenStays() {
        LocalFolder central = new LocalFolder(folder.resolve("central"));
        bench.central = central;
        dieAt(40, Moment.BEFORE);
        bench.run();

        assertThat(bench.keys("csv/")).hasSize(71);
        assertThat(folder.resolve("central/.wau-tmp")).isDirectoryNotContaining("glob:**-[0-9]*-*-*-*-[0-9]*-[0-9]*");
        assertClean();
    }

    private State uninterrupted() {
        bench.central = new MemoryObjectStore();
        bench.run();
        return state();
    }

    /** How many changes the first run makes. */
    private int changes() {
        return changesIn(new MemoryObjectStore());
    }

    private int changesIn(ObjectStore central) {
        FailingObjectStore counted = new FailingObjectStore(central, 0, Moment.BEFORE);
        bench.aggregator(counted, 1).run();
        return counted.changes();
    }

    private void dieAt(int deadly, Moment moment) {
        FailingObjectStore dying = new FailingObjectStore(bench.central, deadly, moment);
        assertThatThrownBy(() -> bench.aggregator(dying, deadly % 2 + 1).run())
                .isInstanceOf(WauException.class)
                .hasMessageContaining("the store is dead");
    }

    private void assertClean() {
        assertThat(bench.keys("state/aggregate/batch")).isEmpty();
        assertThat(bench.run().nothingNew()).isTrue();
    }

    private State state() {
        List<List<MarkerFile>> markers = bench.keys("complete/").stream()
                .map(key -> bench.marker(new ObjectKey(key)))
                .map(InterruptionTest::files)
                .toList();
        return new State(bench.contents("csv/"), withoutMarks(bench.contents("state/aggregate/ledger/")), markers);
    }

    private static List<MarkerFile> files(CompletionMarker marker) {
        Set<String> keys =
                marker.files().stream().map(file -> file.key().path()).collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(marker.files());
        return marker.files().stream().map(InterruptionTest::withoutVersion).toList();
    }

    private static MarkerFile withoutVersion(MarkerFile file) {
        return new MarkerFile(
                file.customer(),
                file.key(),
                file.sourceName(),
                file.bytes(),
                file.sha256(),
                "",
                file.records(),
                file.header(),
                file.firstEvent(),
                file.lastEvent(),
                file.rejected(),
                file.rejects(),
                file.refusal());
    }

    private static Map<String, String> withoutMarks(Map<String, String> ledgers) {
        Map<String, String> plain = new TreeMap<>();
        ledgers.forEach((key, text) -> plain.put(key, text.replaceAll("\"(mark|etag|batch)\":\"[^\"]*\",?", "")));
        return plain;
    }
}
