package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the data of some customers goes. A customer covers a window when its loaded data reaches into the window's
 * last day or beyond. So who covers a day covers every earlier one too, and a number says who it is. Reports ask for each of
 * their rows: the days are told once, not for every row and customer.
 *
 * @param expected customers whose data the numbers should hold
 * @param reached the days of these customers' newest events, of those that have data; ascending
 * @param first the day of the first event; null without data
 * @param last the day of the newest event; null without data
 */
record Coverage(
        int expected,
        List<LocalDate> reached,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    Coverage {
        reached = List.copyOf(reached);
    }

    /**
     * @param windows of the asked zone
     * @param expected whose data the numbers should hold
     * @param others with data that counts too, but isn't waited for
     */
    static Coverage of(Windows windows, List<Reach> expected, List<Reach> others) {
        return new Coverage(
                expected.size(),
                instants(expected, List.of(), Reach::lastEvent)
                        .map(windows::day)
                        .sorted()
                        .toList(),
                instants(expected, others, Reach::firstEvent)
                        .min(Instant::compareTo)
                        .map(windows::day)
                        .orElse(null),
                instants(expected, others, Reach::lastEvent)
                        .max(Instant::compareTo)
                        .map(windows::day)
                        .orElse(null));
    }

    private static Stream<Instant> instants(
            List<Reach> expected, List<Reach> others, Function<Reach, @Nullable Instant> end) {
        return Stream.concat(expected.stream(), others.stream()).map(end).filter(Objects::nonNull);
    }

    /** How many customers cover a window ending with this day. */
    int covering(LocalDate lastDay) {
        // No day is equal here, so the place between the earlier and the others is found.
        int earlier = -1 - Collections.binarySearch(reached, lastDay, (day, asked) -> day.isBefore(asked) ? -1 : 1);
        return reached.size() - earlier;
    }

    /** Whether all expected customers cover it, and there are any. */
    boolean complete(LocalDate lastDay) {
        return expected > 0 && covering(lastDay) == expected;
    }

    /** Whether the same customers cover both, so that the two numbers compare. */
    boolean comparable(LocalDate lastDay, LocalDate otherLastDay) {
        return covering(lastDay) == covering(otherLastDay);
    }

    /** Whether a day lies between the first and the newest event. */
    boolean holds(LocalDate day) {
        return first != null && last != null && !day.isBefore(first) && !day.isAfter(last);
    }
}
