package dev.wau.analyse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes the windows of a zone. A day begins at the first instant that has its date: at 01:00 where midnight is skipped,
 * at the earlier of two midnights where the clock goes back. It ends where the next one begins, so it may have 23, 24.5
 * or 25 hours. A day that a zone skipped altogether (Pacific/Apia, 2011-12-30) is in weeks and months, but is no window
 * of its own, and no rolling window ends on it.
 *
 * @param zone of days
 * @param weekStart the first day of a week
 */
public record Windows(ZoneId zone, DayOfWeek weekStart) {

    /** The names of UTC are one zone. */
    public Windows {
        zone = zone.normalized();
    }

    /** Days of a {@code rolling_7_days} window. */
    public static final int ROLLING_WEEK = 7;

    /** Days of a {@code rolling_28_days} window: four whole weeks, so that each weekday counts the same. */
    public static final int ROLLING_MONTH = 28;

    /** The zone's name; {@code UTC} for the offset zero. */
    public String zoneName() {
        return Titles.zone(zone);
    }

    /** The day on which an instant falls. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The week in which an instant falls. */
    public Window week(Instant instant) {
        LocalDate first = day(instant).with(TemporalAdjusters.previousOrSame(weekStart));
        return between(first, first.plusDays(6));
    }

    /** From the begin of the first day to the end of the last. */
    public Window between(LocalDate first, LocalDate last) {
        return new Window(first, last, start(first), start(last.plusDays(1)));
    }

    /** Each day, both ends inclusive. */
    public List<Window> days(LocalDate from, LocalDate to) {
        return rolling(from, to, 1);
    }

    /** For each day, the window of so many days that ends with it. */
    public List<Window> rolling(LocalDate from, LocalDate to, int length) {
        List<Window> windows = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (start(day).isBefore(start(day.plusDays(1)))) {
                windows.add(between(day.minusDays(length - 1L), day));
            }
        }
        return windows;
    }

    /** The whole weeks that hold a day of the range. */
    public List<Window> weeks(LocalDate from, LocalDate to) {
        return whole(from.with(TemporalAdjusters.previousOrSame(weekStart)), to, first -> first.plusWeeks(1));
    }

    /** The whole calendar months that hold a day of the range. */
    public List<Window> months(LocalDate from, LocalDate to) {
        return whole(from.withDayOfMonth(1), to, first -> first.plusMonths(1));
    }

    private List<Window> whole(LocalDate from, LocalDate to, UnaryOperator<LocalDate> next) {
        List<Window> windows = new ArrayList<>();
        for (LocalDate first = from; !first.isAfter(to); first = next.apply(first)) {
            windows.add(between(first, next.apply(first).minusDays(1)));
        }
        return windows;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
