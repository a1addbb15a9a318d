package dev.wau.csv.time;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The abbreviations of a zone's two times of the year: {@code CET} and {@code CEST}. Found out when a text first asks,
 * because the JDK loads them slowly, and one thread at a time: when several ask the JDK for the first time at once, it may
 * give one of them the standard name for both.
 */
record ZoneNames(String standard, String daylight) {

    private static final Map<ZoneId, ZoneNames> KNOWN = new ConcurrentHashMap<>();

    static ZoneNames of(ZoneId zone) {
        ZoneNames known = KNOWN.get(zone);
        return known == null ? find(zone) : known;
    }

    private static synchronized ZoneNames find(ZoneId zone) {
        TimeZone names = TimeZone.getTimeZone(zone);
        ZoneNames found = new ZoneNames(
                names.getDisplayName(false, TimeZone.SHORT, Locale.ENGLISH),
                names.getDisplayName(true, TimeZone.SHORT, Locale.ENGLISH));
        KNOWN.put(zone, found);
        return found;
    }
}
