package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.Window;
import dev.wau.model.Customer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds users and events up over runs of neighbouring windows. A user counts in a window once: at the last activity in
 * it. So users active in segment {@code s} and next in {@code t} count in the windows that hold {@code s} but not
 * {@code t}, and these parts of a window never share a user.
 */
final class Tally {

    private final Segments segments;
    private final List<Window> windows;
    private final long[] users;
    private final long[] events;

    Tally(List<Window> windows, Segments segments) {
        this.windows = windows;
        this.segments = segments;
        users = new long[windows.size() + 1];
        events = new long[windows.size() + 1];
    }

    /**
     * @param next the segment of their next activity; one that no window shares with {@code segment} if there is none
     *     near
     */
    void add(int segment, int next, long userCount, long eventCount) {
        int first = segments.firstWindow(segment);
        int last = segments.lastWindow(segment);
        int before = next < segments.count() ? segments.firstWindow(next) - 1 : last;
        add(users, first, Math.min(last, before), userCount);
        add(events, first, last, eventCount);
    }

    private static void add(long[] steps, int first, int last, long number) {
        if (first <= last) {
            steps[first] += number;
            steps[last + 1] -= number;
        }
    }

    /** The windows with users. */
    List<Count> counts(@Nullable Customer customer) {
        List<Count> counts = new ArrayList<>();
        long userSum = 0;
        long eventSum = 0;
        for (int index = 0; index < windows.size(); index++) {
            userSum += users[index];
            eventSum += events[index];
            if (userSum > 0) {
                counts.add(new Count(windows.get(index).first(), customer, userSum, eventSum));
            }
        }
        return counts;
    }
}
