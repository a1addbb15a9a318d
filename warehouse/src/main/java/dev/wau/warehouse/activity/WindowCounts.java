package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.Window;
import dev.wau.model.Customer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the users and the events of windows, block by block. Used by one thread.
 *
 * <p>For 64 users at once, and for windows of any length: the users of 1, 2, 4, 8, ... neighbouring pieces are those of the
 * two halves. A window is covered by two runs of the greatest power of two that it holds, which may overlap, since who is in
 * both is still one bit.
 */
final class WindowCounts implements UserPieces.Visitor {

    private final WindowPieces windows;
    private final long[] users;
    private final long[] events;

    WindowCounts(WindowPieces windows) {
        this.windows = windows;
        users = new long[windows.count()];
        events = new long[windows.pieces() + 2];
    }

    @Override
    public void users(long[] pieces) {
        int[][] byPower = windows.byPower();
        for (int power = 0; power < byPower.length; power++) {
            int run = 1 << power;
            for (int window : byPower[power]) {
                users[window] += Long.bitCount(pieces[windows.from(window)] | pieces[windows.to(window) - run]);
            }
            if (power + 1 < byPower.length) {
                twiceAsLong(pieces, run);
            }
        }
    }

    private static void twiceAsLong(long[] pieces, int run) {
        for (int piece = 0; piece + run < pieces.length; piece++) {
            pieces[piece] |= pieces[piece + run];
        }
    }

    /** Adds events by piece. */
    void events(long[] pieces) {
        for (int piece = 0; piece < events.length; piece++) {
            events[piece] += pieces[piece];
        }
    }

    /** Adds another's, whose users are none of these. */
    WindowCounts add(WindowCounts other) {
        for (int window = 0; window < users.length; window++) {
            users[window] += other.users[window];
        }
        events(other.events);
        return this;
    }

    /** The windows with users: those that the counts were begun with. */
    List<Count> counts(List<Window> asked, @Nullable Customer customer) {
        long[] before = new long[events.length + 1];
        for (int piece = 0; piece < events.length; piece++) {
            before[piece + 1] = before[piece] + events[piece];
        }
        List<Count> counts = new ArrayList<>();
        for (int window = 0; window < users.length; window++) {
            if (users[window] > 0) {
                long own = before[windows.to(window)] - before[windows.from(window)];
                counts.add(new Count(asked.get(window).first(), customer, users[window], own));
            }
        }
        return counts;
    }

    /**
     * The users by window, without the windows that have none.
     *
     * @param asked some of the windows, in order
     * @param first where they begin
     */
    Map<LocalDate, Long> users(List<Window> asked, int first) {
        Map<LocalDate, Long> byFirstDay = new HashMap<>();
        for (int window = 0; window < asked.size(); window++) {
            if (users[first + window] > 0) {
                byFirstDay.put(asked.get(window).first(), users[first + window]);
            }
        }
        return byFirstDay;
    }
}
