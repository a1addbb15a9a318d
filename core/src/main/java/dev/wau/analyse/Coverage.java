package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.Reach;
import dev.wau.model.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the data of some customers goes. A customer covers a window when its loaded data reaches into the window's
 * last day or beyond.
 *
 * @param windows of the asked zone
 * @param expected whose data the numbers should hold
 * @param first the day of the first event; null without data
 * @param last the day of the newest event; null without data
 */
record Coverage(
        Windows windows,
        List<Reach> expected,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    /**
     * @param expected whose data the numbers should hold
     * @param others with data that counts too, but isn't waited for
     */
    static Coverage of(Windows windows, List<Reach> expected, List<Reach> others) {
        return new Coverage(
                windows,
                expected,
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

    /** The customers that cover a window ending with this day. */
    Set<Customer> covering(LocalDate lastDay) {
        return expected.stream()
                .filter(reach -> reach.lastEvent() != null
                        && !windows.day(reach.lastEvent()).isBefore(lastDay))
                .map(Reach::customer)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether all expected customers cover it, and there are any. */
    boolean complete(LocalDate lastDay) {
        return !expected.isEmpty() && covering(lastDay).size() == expected.size();
    }

    /** Whether the same customers cover both, so that the two numbers compare. */
    boolean comparable(LocalDate lastDay, LocalDate otherLastDay) {
        return covering(lastDay).equals(covering(otherLastDay));
    }

    /** Whether a day lies between the first and the newest event. */
    boolean holds(LocalDate day) {
        return first != null && last != null && !day.isBefore(first) && !day.isAfter(last);
    }
}
