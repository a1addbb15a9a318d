package dev.wau.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class EventSpoolTest {

    @Property(tries = 60)
    void eventsComeOutSortedAndEachOnceWhateverFitsInMemory(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 3_000) int capacity) throws IOException {
        TreeSet<LoggedEvent> expected = new TreeSet<>();
        List<LoggedEvent> given = new ArrayList<>();
        for (int i = 0; i < random.nextInt(200); i++) {
            String id = "id" + random.nextInt(100);
            // An id has one time and one text.
            long time = id.hashCode() % 7;
            LoggedEvent event = new LoggedEvent(time, id, "é".repeat(id.hashCode() % 50) + id);
            given.add(event);
            expected.add(event);
        }
        Collections.shuffle(given, random);

        assertThat(sorted(capacity, given)).containsExactlyElementsOf(expected);
    }

    @Test
    void eventsInOrderMakeOneRun() throws IOException {
        try (EventSpool spool = new EventSpool(1_000)) {
            for (int i = 0; i < 1_000; i++) {
                spool.add(new LoggedEvent(i, "id", "text"));
            }
            spool.sorted();

            assertThat(spool.runs()).isEqualTo(1);
        }
    }

    @Test
    void eventsWithoutAnIdAreAllKept() throws IOException {
        LoggedEvent event = new LoggedEvent(1, "", "text");

        assertThat(sorted(1_000, List.of(event, event))).hasSize(2);
    }

    @Test
    void nothingIsLeftOnTheDiskNotEvenByAKilledProcess() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        long before = leftovers(folder);
        EventSpool spool = new EventSpool(1);
        spool.add(new LoggedEvent(1, "id", "text"));

        assertThat(spool.runs()).isEqualTo(1);
        assertThat(leftovers(folder)).isEqualTo(before);
        spool.close();
    }

    private static List<LoggedEvent> sorted(int capacity, List<LoggedEvent> events) throws IOException {
        List<LoggedEvent> sorted = new ArrayList<>();
        try (EventSpool spool = new EventSpool(capacity)) {
            for (LoggedEvent event : events) {
                spool.add(event);
            }
            SortedEvents merged = spool.sorted();
            for (LoggedEvent event = merged.next(); event != null; event = merged.next()) {
                sorted.add(event);
            }
        }
        return sorted;
    }

    private static long leftovers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("wau-log-group-"))
                    .count();
        }
    }
}
