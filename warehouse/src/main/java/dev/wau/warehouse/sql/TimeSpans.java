package dev.wau.warehouse.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The spans of time that files cover, joined where they touch: what a look-up in the big table has to read. */
final class TimeSpans {

    /** More look-ups than this cost more than the rows between two spans. */
    private static final int MOST = 8;

    /** From first to last, both inclusive. */
    record Span(Instant first, Instant last) {}

    private TimeSpans() {}

    /** A few spans that don't overlap and hold all of the given ones. */
    static List<Span> joined(Collection<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparing(Span::first)).toList()) {
            int end = joined.size() - 1;
            if (end >= 0 && !span.first().isAfter(joined.get(end).last())) {
                joined.set(end, both(joined.get(end), span));
            } else {
                joined.add(span);
            }
        }
        while (joined.size() > MOST) {
            int gap = smallestGap(joined);
            joined.set(gap, both(joined.get(gap), joined.remove(gap + 1)));
        }
        return joined;
    }

    private static int smallestGap(List<Span> spans) {
        int smallest = 0;
        for (int i = 1; i < spans.size() - 1; i++) {
            if (gap(spans, i) < gap(spans, smallest)) {
                smallest = i;
            }
        }
        return smallest;
    }

    private static long gap(List<Span> spans, int before) {
        return spans.get(before + 1).first().getEpochSecond()
                - spans.get(before).last().getEpochSecond();
    }

    private static Span both(Span one, Span other) {
        return new Span(one.first(), one.last().isAfter(other.last()) ? one.last() : other.last());
    }
}
