package dev.wau.warehouse.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.ActivityStore.Lifecycle;
import dev.wau.analyse.ActivityStore.Retention;
import dev.wau.analyse.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is counted for 64 users at once is what loops over users and windows count. */
class BlockUsersTest {

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void windowsOfAnyLengthAndOverlap(@ForAll long seed) {
        RandomBlock block = new RandomBlock(seed);
        for (List<Window> windows : List.of(block.rolling(1), block.rolling(7), block.rolling(28), block.any())) {
            assertThat(counts(block, List.of(windows)).counts(windows, null)).isEqualTo(expected(block, windows));
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void severalListsAtOnce(@ForAll long seed) {
        RandomBlock block = new RandomBlock(seed);
        List<Window> some = block.any();
        List<Window> others = block.rolling(5);

        WindowCounts counts = counts(block, List.of(some, others));

        assertThat(counts.users(some, 0)).isEqualTo(counts(block, List.of(some)).users(some, 0));
        assertThat(counts.users(others, some.size()))
                .isEqualTo(counts(block, List.of(others)).users(others, 0));
    }

    private static WindowCounts counts(RandomBlock block, List<List<Window>> lists) {
        List<Segments> segments = Segments.together(lists);
        BlockUsers read = block.read(segments.get(0));
        WindowCounts counts = new WindowCounts(WindowPieces.of(segments));
        read.users().each(counts);
        counts.events(read.events());
        return counts;
    }

    private static List<Count> expected(RandomBlock block, List<Window> windows) {
        List<Count> counts = new ArrayList<>();
        for (Window window : windows) {
            long users = users(block)
                    .filter(user -> block.active(user, window.start(), window.end()))
                    .count();
            if (users > 0) {
                counts.add(new Count(window.first(), null, users, block.events(window)));
            }
        }
        return counts;
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void lifecycleAndCohorts(@ForAll long seed) {
        RandomBlock block = new RandomBlock(seed);
        List<Window> windows = block.consecutive();
        Segments segments = new Segments(windows);
        UserPieces users = block.read(segments).users();
        LifecycleCounts lifecycle = new LifecycleCounts(segments.count());
        users.each(lifecycle);
        CohortCounts cohorts = new CohortCounts(segments.count());
        users.each(cohorts);

        assertThat(lifecycle.rows(windows, segments)).isEqualTo(lifecycle(block, windows));
        assertThat(cohorts.rows(windows, segments)).isEqualTo(cohorts(block, windows));
    }

    private static List<Lifecycle> lifecycle(RandomBlock block, List<Window> windows) {
        Instant ever = windows.get(0).start().minus(9_999, ChronoUnit.DAYS);
        List<Lifecycle> rows = new ArrayList<>();
        for (int index = 0; index < windows.size(); index++) {
            Window window = windows.get(index);
            Window before = index == 0 ? null : windows.get(index - 1);
            long[] row = new long[4];
            users(block).forEach(user -> {
                boolean now = block.active(user, window.start(), window.end());
                boolean then = before != null && block.active(user, before.start(), before.end());
                if (now) {
                    row[then ? 1 : block.active(user, ever, window.start()) ? 2 : 0]++;
                } else if (then) {
                    row[3]++;
                }
            });
            if (row[0] + row[1] + row[2] + row[3] > 0) {
                rows.add(new Lifecycle(window.first(), row[0], row[1], row[2], row[3]));
            }
        }
        return rows;
    }

    private static List<Retention> cohorts(RandomBlock block, List<Window> windows) {
        Instant ever = windows.get(0).start().minus(9_999, ChronoUnit.DAYS);
        List<Retention> rows = new ArrayList<>();
        for (int cohort = 0; cohort < windows.size(); cohort++) {
            Window first = windows.get(cohort);
            List<Integer> added = users(block)
                    .filter(user ->
                            !block.active(user, ever, first.start()) && block.active(user, first.start(), first.end()))
                    .boxed()
                    .toList();
            for (int index = cohort; index < windows.size(); index++) {
                Window window = windows.get(index);
                long users = added.stream()
                        .filter(user -> block.active(user, window.start(), window.end()))
                        .count();
                if (users > 0) {
                    rows.add(new Retention(first.first(), index - cohort, users));
                }
            }
        }
        return rows;
    }

    private static IntStream users(RandomBlock block) {
        return IntStream.range(0, block.users.size());
    }
}
