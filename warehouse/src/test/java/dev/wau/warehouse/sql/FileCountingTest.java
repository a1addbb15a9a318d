package dev.wau.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.warehouse.rollup.Quarters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FileCountingTest {

    private static final String TIME = "2025-01-01T00:00:00Z";

    private final CountingSpool spool = new CountingSpool();

    @AfterEach
    void close() {
        spool.close();
    }

    @Test
    void knowsEachRecordsUserEventAndQuarter() {
        FileCounting counting = spool.counting();
        add(counting, "2025-01-01T00:14:59Z", "ann", "read");
        add(counting, "1950-06-30T23:59:59Z", null, "write");
        add(counting, "2025-01-01T00:15:00Z", "ann", "write");
        add(counting, "0001-01-01T00:00:00Z", "bob", "read");
        add(counting, "9999-12-31T23:59:59Z", "bob", "read");
        counting.end();

        CountedChunk chunk = chunks(counting.number()).get(0);
        assertThat(chunk.size()).isEqualTo(5);
        assertThat(chunk.users()).containsExactly("ann", "bob");
        assertThat(chunk.events()).containsExactly("read", "write");
        assertThat(List.of(chunk.user(0), chunk.user(1), chunk.user(2), chunk.user(3)))
                .containsExactly(1, CountedChunk.NO_USER, 1, 2);
        assertThat(List.of(chunk.event(0), chunk.event(1), chunk.event(4))).containsExactly(0, 1, 0);
        assertThat(chunk.quarter(0)).isEqualTo(quarter("2025-01-01T00:00:00Z"));
        assertThat(chunk.quarter(1)).isEqualTo(quarter("1950-06-30T23:45:00Z"));
        assertThat(chunk.quarter(2)).isEqualTo(chunk.quarter(0) + 1);
        assertThat(chunk.quarter(3)).isEqualTo(quarter("0001-01-01T00:00:00Z"));
        assertThat(chunk.quarter(4)).isEqualTo(quarter("9999-12-31T23:45:00Z"));
    }

    @Test
    void aLargeFileIsHandedOverInChunks() {
        FileCounting counting = spool.counting();
        for (int record = 0; record <= CountedChunk.MOST_RECORDS; record++) {
            add(counting, TIME, Integer.toString(record, 36), "read");
        }
        counting.end();

        List<CountedChunk> chunks = chunks(counting.number());
        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0).user(CountedChunk.MOST_RECORDS - 1)).isEqualTo(CountedChunk.MOST_RECORDS);
        assertThat(chunks.get(1).users()).containsExactly(Integer.toString(CountedChunk.MOST_RECORDS, 36));
    }

    @Test
    void soIsOneOfVeryManyEvents() {
        FileCounting counting = spool.counting();
        for (int record = 0; record <= CountedChunk.MOST_EVENTS; record++) {
            add(counting, TIME, null, "event" + record);
        }
        counting.end();

        List<CountedChunk> chunks = chunks(counting.number());
        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0).event(CountedChunk.MOST_EVENTS - 1)).isEqualTo(CountedChunk.MOST_EVENTS - 1);
        assertThat(chunks.get(1).events()).containsExactly("event" + CountedChunk.MOST_EVENTS);
    }

    @Test
    void soIsOneOfLongNames() {
        FileCounting counting = spool.counting();
        for (int record = 0; record < 1_000; record++) {
            add(counting, TIME, "x".repeat(4_096) + record, "read");
        }
        counting.end();

        assertThat(chunks(counting.number())).hasSize(4);
    }

    @Test
    void manyNamesMakeSmallerSlices() {
        FileCounting counting = spool.counting();
        for (int record = 0; record < CountingSpool.SLICE / 8; record++) {
            add(counting, TIME, "a-user-whose-name-is-not-short-" + record, "read");
        }
        counting.end();
        List<Integer> names = new ArrayList<>();
        spool.drain(
                Set.of(counting.number()),
                slice -> names.add(
                        slice.stream().mapToInt(chunk -> chunk.users().size()).sum()));

        assertThat(names).hasSizeGreaterThan(1).allMatch(users -> users < CountingSpool.SLICE / 8);
    }

    @Test
    void whereNobodyAsksNothingIsKept() {
        FileCounting counting = new FileCounting(1, null);
        add(counting, TIME, "ann", "read");
        counting.end();

        assertThat(chunks(1)).isEmpty();
    }

    @Test
    void moreThanASliceComesInSlices() {
        FileCounting counting = spool.counting();
        int records = CountingSpool.SLICE + CountedChunk.MOST_RECORDS;
        for (int record = 0; record < records; record++) {
            add(counting, TIME, "ann", "read");
        }
        counting.end();
        List<Integer> sizes = new ArrayList<>();
        spool.drain(
                Set.of(counting.number()),
                slice -> sizes.add(slice.stream().mapToInt(CountedChunk::size).sum()));

        assertThat(sizes).hasSize(2).allMatch(size -> size < CountingSpool.SLICE + CountedChunk.MOST_RECORDS);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(records);
    }

    @Test
    void whatIsNotAskedForIsForgotten() {
        FileCounting dropped = spool.counting();
        add(dropped, TIME, "ann", "read");
        dropped.end();
        FileCounting entered = spool.counting();
        add(entered, TIME, "bob", "read");
        entered.end();

        assertThat(chunks(entered.number()))
                .hasSize(1)
                .allMatch(chunk -> chunk.users().equals(List.of("bob")));
        assertThat(chunks(dropped.number())).isEmpty();
    }

    private List<CountedChunk> chunks(long counting) {
        List<CountedChunk> chunks = new ArrayList<>();
        spool.drain(Set.of(counting), chunks::addAll);
        return chunks;
    }

    private static void add(FileCounting counting, String time, @Nullable String user, String event) {
        byte[] userBytes = user == null ? null : user.getBytes(StandardCharsets.UTF_8);
        byte[] eventBytes = event.getBytes(StandardCharsets.UTF_8);
        counting.add(
                quarter(time),
                userBytes,
                0,
                userBytes == null ? 0 : userBytes.length,
                eventBytes,
                0,
                eventBytes.length);
    }

    private static long quarter(String time) {
        return Quarters.of(micros(time));
    }

    private static long micros(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000;
    }
}
