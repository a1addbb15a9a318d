package dev.wau.warehouse.activity;

import dev.wau.warehouse.rollup.DetailCursor;
import dev.wau.warehouse.rollup.Place;
import dev.wau.warehouse.rollup.SummaryCursor;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Counts the events of one block's users in one window, and the users of each event. Used by one thread. */
final class EventUsersCount {

    private static final int WORDS = Place.USERS / Long.SIZE;

    private @Nullable Total[] totals = new Total[64];

    /** A month that lies wholly in the window. */
    void summary(byte[] bytes) {
        SummaryCursor summary = new SummaryCursor(bytes);
        while (summary.next()) {
            Total total = total(summary.event());
            total.events += (long) summary.with() + summary.without();
            summary.users(total.users);
        }
    }

    /** A month that lies partly in the window. */
    void detail(byte[] bytes, PlacedMonth month) {
        DetailCursor detail = new DetailCursor(bytes);
        while (detail.next()) {
            if (month.piece(detail.slot()) == 1) {
                Total total = total(detail.event());
                total.events += detail.count();
                if (detail.user() >= 0) {
                    total.users[detail.user() >> 6] |= 1L << detail.user();
                }
            }
        }
    }

    private Total total(int event) {
        if (event >= totals.length) {
            totals = Arrays.copyOf(totals, Math.max(2 * totals.length, event + 1));
        }
        Total total = totals[event];
        if (total == null) {
            total = new Total();
            totals[event] = total;
        }
        return total;
    }

    EventUsers totals(ActiveNames names) {
        EventUsers found = new EventUsers();
        BitSet active = new BitSet();
        for (int event = 0; event < totals.length; event++) {
            Total total = totals[event];
            if (total != null) {
                BitSet users = BitSet.valueOf(total.users);
                found.add(names.name(event), total.events, users.cardinality());
                if (names.holds(event)) {
                    active.or(users);
                }
            }
        }
        found.addActive(active.cardinality());
        return found;
    }

    private static final class Total {
        private final long[] users = new long[WORDS];
        private long events;
    }
}
