package dev.wau.analyse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** The words in a report's title. */
final class Titles {

    private Titles() {}

    /** {@code Weekly active users (acme, Europe/Berlin, weeks from Monday)}. */
    static String title(String what, ReportRequest request) {
        String who = request.customer() == null
                ? "all customers"
                : request.customer().name();
        return what + " (" + who + ", " + zone(request.zone()) + ", weeks from "
                + request.weekStart().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ")";
    }

    /** A zone's name; {@code UTC} for the offset zero. */
    static String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
