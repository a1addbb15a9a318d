package dev.wau.analyse;

import java.time.DayOfWeek;
import java.time.ZoneOffset;

/**
 * What a report goes by unless it is asked otherwise; restatements go by it too.
 *
 * @param calendar where days begin, and on which of them weeks do
 * @param active which events make a user active
 */
public record ReportRules(Windows calendar, ActiveEvents active) {

    /** UTC, weeks from Monday, any event. */
    public static final ReportRules DEFAULT =
            new ReportRules(new Windows(ZoneOffset.UTC, DayOfWeek.MONDAY), ActiveEvents.ALL);
}
