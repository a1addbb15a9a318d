package dev.wau.analyse;

import dev.wau.model.Customer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of {@link Reports}.
 *
 * @param report which
 * @param customer one customer's; null for all
 * @param from first day asked; null: derived from the data, see {@link Reports}
 * @param to last day asked, inclusive; null: the day of the newest event
 * @param zone in which days begin and end
 * @param weekStart the first day of a week
 * @param kind calendar or rolling windows; rolling only for {@code weekly}, {@code monthly} and {@code stickiness}
 * @param breakdown by customer only for {@code weekly}, {@code daily} and {@code monthly}
 * @param active which events make a user active
 */
public record ReportRequest(
        Report report,
        @Nullable Customer customer,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ZoneId zone,
        DayOfWeek weekStart,
        WindowKind kind,
        Breakdown breakdown,
        ActiveEvents active) {

    /** All customers, the default range, UTC, weeks from Monday, calendar windows, any event. */
    public static ReportRequest of(Report report) {
        return new ReportRequest(
                report,
                null,
                null,
                null,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                WindowKind.CALENDAR,
                Breakdown.TOTAL,
                ActiveEvents.ALL);
    }

    /** The same for one customer. */
    public ReportRequest only(Customer one) {
        return new ReportRequest(report, one, from, to, zone, weekStart, kind, breakdown, active);
    }

    /** The same for other days, both inclusive; null as in {@link ReportRequest}. */
    public ReportRequest between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new ReportRequest(report, customer, first, last, zone, weekStart, kind, breakdown, active);
    }

    /** The same by other days and weeks. */
    public ReportRequest in(ZoneId otherZone, DayOfWeek otherStart) {
        return new ReportRequest(report, customer, from, to, otherZone, otherStart, kind, breakdown, active);
    }

    /** The same with the other metric. */
    public ReportRequest with(WindowKind other) {
        return new ReportRequest(report, customer, from, to, zone, weekStart, other, breakdown, active);
    }

    /** The same with or without each customer's rows. */
    public ReportRequest with(Breakdown other) {
        return new ReportRequest(report, customer, from, to, zone, weekStart, kind, other, active);
    }

    /** The same with other events making a user active. */
    public ReportRequest with(ActiveEvents other) {
        return new ReportRequest(report, customer, from, to, zone, weekStart, kind, breakdown, other);
    }
}
