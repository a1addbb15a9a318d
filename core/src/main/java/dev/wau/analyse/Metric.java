package dev.wau.analyse;

import dev.wau.analyse.ReportColumn.Place;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The metrics of active users: each has its own name, because rolling and calendar windows give different numbers. */
enum Metric {
    /** One day. */
    DAY("Daily active users"),
    /** Seven days from the asked first day of the week. */
    CALENDAR_WEEK("Weekly active users"),
    /** The seven days that end with a day. */
    ROLLING_7_DAYS("Weekly active users, rolling 7 days"),
    /** A month of the calendar. */
    CALENDAR_MONTH("Monthly active users"),
    /** The 28 days that end with a day: four of every weekday. */
    ROLLING_28_DAYS("Monthly active users, rolling 28 days");

    private final String title;

    Metric(String title) {
        this.title = title;
    }

    /** @throws WauException INVALID_ARGUMENT for daily with rolling windows */
    static Metric of(ReportRequest request) {
        boolean rolling = request.kind() == WindowKind.ROLLING;
        return switch (request.report()) {
            case WEEKLY -> rolling ? ROLLING_7_DAYS : CALENDAR_WEEK;
            case MONTHLY -> rolling ? ROLLING_28_DAYS : CALENDAR_MONTH;
            case DAILY -> DAY;
            default -> throw new WauException(ErrorCode.INTERNAL, "No metric of active users: " + request.report());
        };
    }

    /** Its name in JSON. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** The windows of a range, and as many before it as their changes need. */
    List<Window> windows(Windows windows, LocalDate from, LocalDate to) {
        return switch (this) {
            case DAY -> windows.days(from.minusDays(1), to);
            case CALENDAR_WEEK -> windows.weeks(from.minusWeeks(1), to);
            case ROLLING_7_DAYS -> windows.rolling(from.minusDays(Windows.ROLLING_WEEK), to, Windows.ROLLING_WEEK);
            case CALENDAR_MONTH -> windows.months(from.withDayOfMonth(1).minusDays(1), to);
            case ROLLING_28_DAYS -> windows.rolling(from.minusDays(Windows.ROLLING_MONTH), to, Windows.ROLLING_MONTH);
        };
    }

    private boolean rolling() {
        return this == ROLLING_7_DAYS || this == ROLLING_28_DAYS;
    }

    /** The column that names a window in a chart. */
    String label() {
        return rolling() ? "last_day" : "first_day";
    }

    String firstHeading() {
        return switch (this) {
            case DAY -> "Day";
            case CALENDAR_WEEK -> "Week from";
            case CALENDAR_MONTH -> "Month from";
            case ROLLING_7_DAYS, ROLLING_28_DAYS -> "From";
        };
    }

    String lastHeading() {
        return switch (this) {
            case ROLLING_7_DAYS -> "7 days to";
            case ROLLING_28_DAYS -> "28 days to";
            case DAY, CALENDAR_WEEK, CALENDAR_MONTH -> "To";
        };
    }

    Place firstPlace() {
        return rolling() ? Place.DATA_ONLY : Place.EVERYWHERE;
    }

    Place lastPlace() {
        return rolling() ? Place.EVERYWHERE : Place.DATA_ONLY;
    }

    List<String> notes() {
        return switch (this) {
            case ROLLING_7_DAYS ->
                List.of("Each number counts the users of the 7 days that end with its day; the change"
                        + " is to the 7 days before them.");
            case ROLLING_28_DAYS ->
                List.of("Each number counts the users of the 28 days that end with its day; the"
                        + " change is to the 28 days before them.");
            case DAY, CALENDAR_WEEK, CALENDAR_MONTH -> List.of();
        };
    }
}
