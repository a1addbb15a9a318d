package dev.wau.analyse;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reports; {@code docs/reports.md} defines every number of them. */
public enum Report {
    /** Weekly active users, in one of two metrics: {@code calendar_week} and {@code rolling_7_days}. */
    WEEKLY("weekly active users"),
    /** Daily active users. */
    DAILY("daily active users"),
    /** Monthly active users: {@code calendar_month} and {@code rolling_28_days}. */
    MONTHLY("monthly active users"),
    /** Average daily over monthly active users. */
    STICKINESS("how many of a month's users come on a day"),
    /** New, returning, resurrected and dormant users of each week. */
    LIFECYCLE("new, returning, resurrected and dormant users by week"),
    /** Weekly cohorts: how many of a week's new users come in the weeks after. */
    RETENTION("weekly cohorts of new users, and who came back"),
    /** Events by name. */
    EVENTS("events by name"),
    /** Customers side by side. */
    CUSTOMERS("customers side by side");

    private final String summary;

    Report(String summary) {
        this.summary = summary;
    }

    /** Its name on the command line and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it tells, in a few words: for help texts. */
    public String summary() {
        return summary;
    }

    /**
     * The report of this code.
     *
     * @throws WauException INVALID_ARGUMENT with all codes
     */
    public static Report of(String code) {
        return Arrays.stream(values())
                .filter(report -> report.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new WauException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Invalid report: '" + code + "' ("
                                + Arrays.stream(values()).map(Report::code).collect(Collectors.joining(", ")) + ")"));
    }
}
