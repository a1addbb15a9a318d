package dev.wau.warehouse.activity;

import dev.wau.analyse.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Time cut at every start and end of some windows. A segment lies wholly inside or outside each window, so an event's
 * place among overlapping windows is one number, and the windows that hold a segment are neighbours.
 */
final class Segments {

    private final List<Window> windows;
    private final List<Instant> cuts;
    private final int[] firstWindow;
    private final int[] lastWindow;

    /** @param windows at least one, starts and ends in order */
    Segments(List<Window> windows) {
        this(windows, cuts(List.of(windows)));
    }

    private Segments(List<Window> windows, SortedSet<Instant> cuts) {
        this.windows = windows;
        this.cuts = List.copyOf(cuts);
        firstWindow = new int[count()];
        lastWindow = new int[count()];
        place();
    }

    /** The same segments for several lists of windows: time is cut at the ends of all of them. */
    static List<Segments> together(List<List<Window>> lists) {
        SortedSet<Instant> cuts = cuts(lists);
        return lists.stream().map(windows -> new Segments(windows, cuts)).toList();
    }

    private static SortedSet<Instant> cuts(List<List<Window>> lists) {
        SortedSet<Instant> cuts = new TreeSet<>();
        for (List<Window> windows : lists) {
            for (Window window : windows) {
                cuts.add(window.start());
                cuts.add(window.end());
            }
        }
        return cuts;
    }

    private void place() {
        int first = 0;
        int last = -1;
        for (int segment = 0; segment < count(); segment++) {
            Instant start = cuts.get(segment);
            while (first < windows.size() && !windows.get(first).end().isAfter(start)) {
                first++;
            }
            while (last + 1 < windows.size() && !windows.get(last + 1).start().isAfter(start)) {
                last++;
            }
            firstWindow[segment] = first;
            lastWindow[segment] = last;
        }
    }

    /** How many; 0 if all windows are empty. */
    int count() {
        return cuts.size() - 1;
    }

    Instant start() {
        return cuts.get(0);
    }

    Instant end() {
        return cuts.get(count());
    }

    /** Where a segment starts; one more than the last is the end of that. */
    Instant cut(int segment) {
        return cuts.get(segment);
    }

    /** The first window that ends after the segment's start. */
    int firstWindow(int segment) {
        return firstWindow[segment];
    }

    /** The last window that starts no later than the segment; before {@link #firstWindow} if no window holds it. */
    int lastWindow(int segment) {
        return lastWindow[segment];
    }

    /** The windows; each begins and ends where a segment does. */
    List<Window> windows() {
        return windows;
    }

    /** The segment that begins at a cut; one more than the last at the end of that. */
    int at(Instant cut) {
        return Collections.binarySearch(cuts, cut);
    }

    /** How many segments the widest window has. */
    int widest() {
        int widest = 1;
        int from = 0;
        for (int segment = 0; segment < count(); segment++) {
            while (from < segment && firstWindow[segment] > lastWindow[from]) {
                from++;
            }
            widest = Math.max(widest, segment - from + 1);
        }
        return widest;
    }

    /**
     * The number of an event's segment as an SQL expression, for times within all segments: a balanced tree of
     * comparisons, which every database takes and DuckDB computes as fast as its own ASOF join.
     */
    String expression(String time) {
        StringBuilder text = new StringBuilder();
        branch(text, time, 0, count() - 1);
        return text.toString();
    }

    private void branch(StringBuilder text, String time, int low, int high) {
        if (low == high) {
            text.append(low);
            return;
        }
        int middle = (low + high + 1) >>> 1;
        text.append("CASE WHEN ")
                .append(time)
                .append(" < ")
                .append(Sql.literal(cuts.get(middle)))
                .append(" THEN ");
        branch(text, time, low, middle - 1);
        text.append(" ELSE ");
        branch(text, time, middle, high);
        text.append(" END");
    }
}
