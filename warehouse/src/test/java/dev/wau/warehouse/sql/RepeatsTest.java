package dev.wau.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RepeatsTest {

    private static final int RECORDS = 200_000;
    private static final int BYTES = RECORDS * 140;
    private static final int TWICE = 1_000;

    @Test
    void everyHashThatComesTwiceIsSuspectedAndFewOthers() throws InterruptedException {
        Repeats repeats = new Repeats(BYTES, 0);
        long[] twice = hashes(7, TWICE);

        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            long[] own = hashes(100 + thread, RECORDS / 4);
            threads.add(new Thread(() -> {
                take(repeats, own);
                // All threads come with these at about the same time.
                take(repeats, twice);
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(repeats.tooMany()).isFalse();
        assertThat(repeats.suspects()).containsAll(uuids(twice)).hasSizeLessThan(3 * TWICE + RECORDS / 100);
    }

    @Test
    void whatHasNoRoomIsSaid() {
        Repeats repeats = new Repeats(0, 0);
        take(repeats, hashes(1, 2 * RECORDS));

        assertThat(repeats.tooMany()).isTrue();
    }

    private static void take(Repeats repeats, long[] hashes) {
        boolean[] seen = new boolean[hashes.length / 2];
        repeats.take(hashes, seen.length, seen);
        repeats.suspect(hashes, seen.length, seen);
    }

    private static long[] hashes(long seed, int count) {
        return new SplittableRandom(seed).longs(2L * count).toArray();
    }

    private static List<UUID> uuids(long[] hashes) {
        List<UUID> uuids = new ArrayList<>();
        for (int i = 0; i < hashes.length; i += 2) {
            uuids.add(new UUID(hashes[i + 1], hashes[i]));
        }
        return uuids;
    }
}
