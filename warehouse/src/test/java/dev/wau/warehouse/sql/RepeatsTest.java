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

    @Test
    void everyHashThatComesTwiceIsSuspectedAndFewOthers() throws InterruptedException {
        Repeats repeats = new Repeats(BYTES);
        List<UUID> twice = hashes(new SplittableRandom(7), 1_000);

        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            SplittableRandom random = new SplittableRandom(thread);
            threads.add(new Thread(() -> {
                Repeats.Entrance entrance = repeats.new Entrance();
                hashes(random, RECORDS / 4).forEach(hash -> add(entrance, hash));
                // All threads come with these at about the same time.
                twice.forEach(hash -> add(entrance, hash));
                entrance.flush();
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(repeats.tooMany()).isFalse();
        assertThat(repeats.suspects()).containsAll(twice).hasSizeLessThan(3 * 1_000 + RECORDS / 100);
    }

    @Test
    void whatHasNoRoomIsSaid() {
        Repeats repeats = new Repeats(0);
        Repeats.Entrance entrance = repeats.new Entrance();
        hashes(new SplittableRandom(1), 2 * RECORDS).forEach(hash -> add(entrance, hash));
        entrance.flush();

        assertThat(repeats.tooMany()).isTrue();
    }

    private static void add(Repeats.Entrance entrance, UUID hash) {
        entrance.add(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
    }

    private static List<UUID> hashes(SplittableRandom random, int count) {
        List<UUID> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return hashes;
    }
}
