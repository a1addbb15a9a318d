package dev.wau.analyse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a report's numbers stand on.
 *
 * @param files loaded
 * @param batches seen
 * @param customersCovered how many of the expected customers have data up to {@code coveredTo}
 * @param customersExpected how many customers the newest batch expected; 1 for a report of one customer
 * @param coveredTo the report's last day, or the newest event's if that is before; null without data
 * @param zone in which days begin and end
 * @param weekStart the first day of a week
 */
public record ReportBasis(
        long files,
        long batches,
        int customersCovered,
        int customersExpected,
        @Nullable LocalDate coveredTo,
        ZoneId zone,
        DayOfWeek weekStart) {

    /** Whether every expected customer's data reaches the end. */
    public boolean complete() {
        return coveredTo != null && customersCovered == customersExpected;
    }

    /** The zone's name; {@code UTC} for the offset zero. */
    public String zoneName() {
        return Titles.zone(zone);
    }

    /**
     * {@code stands on 1,310 files, 12 batches, 8 of 8 customers to 2025-06-22; times in Europe/Berlin, weeks from
     * Monday}.
     */
    public String sentence() {
        String reach = coveredTo == null ? "no data" : customers() + " to " + coveredTo;
        return "stands on " + count(files, "file", "files") + ", " + count(batches, "batch", "batches") + ", " + reach
                + "; times in " + zoneName() + ", weeks from "
                + weekStart.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private String customers() {
        return customersCovered + " of " + count(customersExpected, "customer", "customers");
    }

    private static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
