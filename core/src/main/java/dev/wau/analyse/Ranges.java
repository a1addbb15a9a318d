package dev.wau.analyse;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Resolves a request's days. Without {@code to}: the newest event's day, today if that lies in the future. Without
 * {@code from}: the report's default length, but not before the first event.
 */
final class Ranges {

    private static final int MAX_WINDOWS = 4_000;
    private static final int MAX_COHORTS = 105;
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    private Ranges() {}

    static LocalDate to(ReportRequest request, Coverage coverage, Clock clock) {
        if (request.to() != null) {
            return valid("--to", request.to());
        }
        LocalDate today = LocalDate.now(clock.withZone(request.zone()));
        LocalDate newest = coverage.last();
        LocalDate end = newest == null || newest.isAfter(today) ? today : newest;
        return request.from() != null && request.from().isAfter(end) ? valid("--from", request.from()) : end;
    }

    static LocalDate from(ReportRequest request, Coverage coverage, LocalDate to) {
        LocalDate from = request.from() == null ? derived(request, coverage, to) : valid("--from", request.from());
        if (from.isAfter(to)) {
            throw invalid("--from " + from + " is after --to " + to + " (both are inclusive)");
        }
        long windows = windows(request, from, to);
        long most = request.report() == Report.RETENTION ? MAX_COHORTS : MAX_WINDOWS;
        if (windows > most) {
            throw invalid(String.format(
                    Locale.ROOT,
                    "%s to %s gives %,d windows (at most %,d: ask for fewer days or a coarser report)",
                    from,
                    to,
                    windows,
                    most));
        }
        return from;
    }

    private static LocalDate derived(ReportRequest request, Coverage coverage, LocalDate to) {
        LocalDate from = start(request, to);
        LocalDate first = coverage.first();
        return first != null && first.isAfter(from) && !first.isAfter(to) ? first : from;
    }

    private static LocalDate start(ReportRequest request, LocalDate to) {
        boolean rolling = request.kind() == WindowKind.ROLLING;
        return switch (request.report()) {
            case WEEKLY, STICKINESS -> rolling ? to.minusDays(27) : to.minusWeeks(11);
            case MONTHLY -> rolling ? to.minusDays(27) : to.minusMonths(11);
            case LIFECYCLE -> to.minusWeeks(11);
            case RETENTION -> to.minusWeeks(7);
            case DAILY, EVENTS, CUSTOMERS -> to.minusDays(27);
        };
    }

    private static long windows(ReportRequest request, LocalDate from, LocalDate to) {
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        if (request.kind() == WindowKind.ROLLING) {
            return days;
        }
        return switch (request.report()) {
            case DAILY, STICKINESS -> days;
            case WEEKLY, LIFECYCLE, RETENTION -> days / 7 + 1;
            case MONTHLY -> days / 28 + 1;
            case EVENTS, CUSTOMERS -> 1;
        };
    }

    private static LocalDate valid(String option, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw invalid(option + " " + day + " (from " + FIRST + " to " + LAST + ")");
        }
        return day;
    }

    private static WauException invalid(String what) {
        return new WauException(ErrorCode.INVALID_ARGUMENT, "Invalid range: " + what);
    }
}
