package dev.wau.warehouse.activity;

import dev.wau.analyse.Window;
import dev.wau.warehouse.activity.RolledUpPart.Columns;
import dev.wau.warehouse.activity.RolledUpPart.Counting;
import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.Part;
import dev.wau.warehouse.rollup.PartWriter;
import dev.wau.warehouse.rollup.Quarters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** A block of users with random activity in three months, as plain numbers and as parts. */
final class RandomBlock {

    private static final int FIRST_MONTH = 2025 * 12 + 1;
    private static final int MONTHS = 3;
    private static final long FIRST = Quarters.first(FIRST_MONTH);
    private static final int QUARTERS = (int) (Quarters.first(FIRST_MONTH + MONTHS) - FIRST);
    private static final int[] USERS = {1, 2, 63, 64, 65, 500, 1_024};

    private final Random random;

    /** For each user how many events in which quarter, from the first month's first on. */
    final List<TreeMap<Integer, Integer>> users = new ArrayList<>();

    RandomBlock(long seed) {
        random = new Random(seed);
        int count = USERS[random.nextInt(USERS.length)];
        int most = 1 + random.nextInt(60);
        for (int user = 0; user < count; user++) {
            TreeMap<Integer, Integer> quarters = new TreeMap<>();
            for (int left = random.nextInt(most); left > 0; left--) {
                quarters.put(random.nextInt(QUARTERS), 1 + random.nextInt(3));
            }
            users.add(quarters);
        }
    }

    /** Windows of so many days, one for each day, which begins at any quarter: before, in and after the months. */
    List<Window> rolling(int days) {
        int offset = random.nextInt(Quarters.A_DAY);
        List<Window> windows = new ArrayList<>();
        for (int day = -40; day < 130; day++) {
            int from = day * Quarters.A_DAY + offset;
            windows.add(window(windows.size(), from, from + days * Quarters.A_DAY));
        }
        return windows;
    }

    /** Windows of any length, some without time, that overlap and leave gaps. */
    List<Window> any() {
        int[] starts = sorted(1 + random.nextInt(40));
        List<Window> windows = new ArrayList<>();
        int end = 0;
        for (int start : starts) {
            end = Math.max(start, end) + random.nextInt(1 + random.nextInt(4_000));
            windows.add(window(windows.size(), start, end));
        }
        return windows;
    }

    /** Windows of any length of which each begins where the one before ends. */
    List<Window> consecutive() {
        int[] cuts = sorted(2 + random.nextInt(150));
        List<Window> windows = new ArrayList<>();
        for (int index = 1; index < cuts.length; index++) {
            windows.add(window(index, cuts[index - 1], cuts[index]));
        }
        return windows;
    }

    private int[] sorted(int count) {
        return random.ints(-500, QUARTERS + 500)
                .distinct()
                .limit(count)
                .sorted()
                .toArray();
    }

    private static Window window(int number, int from, int to) {
        LocalDate day = LocalDate.ofEpochDay(number);
        return new Window(day, day, instant(from), instant(to));
    }

    private static Instant instant(int quarter) {
        return Instant.ofEpochSecond((FIRST + quarter) * 900);
    }

    /** Whether a user was active from one instant to before another. */
    boolean active(int user, Instant from, Instant to) {
        return !users.get(user).subMap(quarter(from), quarter(to)).isEmpty();
    }

    /** The events of a window. */
    long events(Window window) {
        return users.stream()
                .flatMap(user -> user.subMap(quarter(window.start()), quarter(window.end())).values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static int quarter(Instant instant) {
        return (int) (instant.getEpochSecond() / 900 - FIRST);
    }

    /** The same read from its parts. */
    BlockUsers read(Segments segments) {
        TreeSet<Integer> months = new TreeSet<>(List.of(FIRST_MONTH, FIRST_MONTH + 1, FIRST_MONTH + 2));
        Pieces pieces = Pieces.of(segments, months).orElseThrow();
        BlockUsers block = new BlockUsers("acme", pieces, new ActiveNames(Map.of(0, "login"), new BitSet(), true));
        for (int month : months) {
            Columns kind = Columns.of(pieces.month(month).need(), Counting.USERS_AND_EVENTS);
            block.take(new RolledUpPart(month, kind, columns(kind, new PartWriter().part(cells(month)))));
        }
        return block;
    }

    private static byte[][] columns(Columns kind, Part part) {
        return switch (kind) {
            case DAYS_AND_QUARTERS -> new byte[][] {part.days(), part.quarters()};
            case EDGES_AND_QUARTERS -> new byte[][] {part.days(), part.edges(), part.quarters()};
            default -> new byte[][] {part.detail()};
        };
    }

    private Cells cells(int month) {
        int first = (int) (Quarters.first(month) - FIRST);
        int end = (int) (Quarters.first(month + 1) - FIRST);
        TreeMap<Long, Integer> cells = new TreeMap<>();
        for (int user = 0; user < users.size(); user++) {
            for (Map.Entry<Integer, Integer> quarter :
                    users.get(user).subMap(first, end).entrySet()) {
                cells.put(Cells.key(user, quarter.getKey() - first, 0), quarter.getValue());
            }
        }
        return new Cells(
                cells.keySet().stream().mapToLong(Long::longValue).toArray(),
                cells.values().stream().mapToInt(Integer::intValue).toArray());
    }
}
