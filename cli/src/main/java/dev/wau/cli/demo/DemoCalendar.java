package dev.wau.cli.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The demo's fixed calendar: 26 weeks from Monday, the last of which ends on Sunday, 2025-06-29. Weeks count from 0. */
final class DemoCalendar {
    static final int WEEKS = 26;
    static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 29);
    static final long SECONDS_A_DAY = 86_400;

    private DemoCalendar() {}

    /** A week's first day. */
    static LocalDate monday(int week) {
        return LAST_DAY.plusDays(1).minusWeeks(WEEKS - week);
    }

    /** The second, since 1970 in UTC, at which a week starts. */
    static long start(int week) {
        return monday(week).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    /** How many people work in this week, as a share of an ordinary one: less around New Year and Easter. */
    static double attendance(int week) {
        if (week == 0) {
            return 0.45;
        }
        return monday(week).equals(LocalDate.of(2025, 4, 14)) || monday(week).equals(LocalDate.of(2025, 4, 21))
                ? 0.82
                : 1;
    }
}
