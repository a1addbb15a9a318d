package dev.wau.warehouse.rollup;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Events and users of each name, on their way into a summary: for each event its number (less the one before), how many
 * with a user and without, and its users: their number and either each one's place (less the one before) or, where they are
 * many, a bit for each place of the block.
 */
final class EventTotals {

    static final int WORDS = Place.USERS / Long.SIZE;

    /** Users beyond which a bit for each place is shorter. */
    static final int FEW = Place.USERS / Byte.SIZE;

    private static final int MOST_DIRECT = 1 << 12;

    private final ByteSink sink = new ByteSink();
    private final TreeMap<Integer, Total> totals = new TreeMap<>();
    private final Total[] direct = new Total[MOST_DIRECT];

    void add(int event, int local, int count) {
        Total total = event < MOST_DIRECT ? direct[event] : totals.get(event);
        if (total == null) {
            total = new Total();
            totals.put(event, total);
            if (event < MOST_DIRECT) {
                direct[event] = total;
            }
        }
        if (local == 0) {
            total.without = Math.addExact(total.without, count);
        } else {
            total.with = Math.addExact(total.with, count);
            total.users[(local - 1) >> 6] |= 1L << (local - 1);
        }
    }

    /** The summary so far, which it forgets. */
    byte[] take() {
        int[] before = {0};
        totals.forEach((event, total) -> {
            sink.number(event - before[0]);
            sink.number(total.with);
            sink.number(total.without);
            users(total.users);
            before[0] = event;
        });
        totals.keySet().stream().filter(event -> event < MOST_DIRECT).forEach(event -> direct[event] = null);
        totals.clear();
        return sink.take();
    }

    private void users(long[] users) {
        int number = Arrays.stream(users).mapToInt(Long::bitCount).sum();
        sink.number(number);
        if (number > FEW) {
            Arrays.stream(users).forEach(sink::eight);
            return;
        }
        int before = 0;
        for (int word = 0; word < WORDS; word++) {
            for (long bits = users[word]; bits != 0; bits &= bits - 1) {
                int user = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                sink.number(user - before);
                before = user;
            }
        }
    }

    private static final class Total {
        private final long[] users = new long[WORDS];
        private int with;
        private int without;
    }
}
