package dev.wau.csv.time;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a local time means with the zone that stands beside it in the text: nothing (the configured zone), {@code Z},
 * an offset, {@code UTC}, {@code GMT}, an IANA zone ({@code Europe/Berlin}), or an abbreviation of the configured zone
 * ({@code CEST} where it is Europe/Berlin). Other abbreviations name several zones at once and are never guessed.
 * Thread-safe.
 */
final class TimeZones {

    private static final int MAX_OFFSET_HOURS = 18;

    private final ZoneClock configured;
    private final TimeFormats.Ambiguous ambiguous;
    private final Map<String, ZoneClock> named = new ConcurrentHashMap<>();

    TimeZones(ZoneId zone, TimeFormats.Ambiguous ambiguous) {
        this.configured = new ZoneClock(zone, ambiguous);
        this.ambiguous = ambiguous;
    }

    TimeFormats.Ambiguous ambiguous() {
        return ambiguous;
    }

    /** The configured zone. */
    ZoneId zone() {
        return configured.zone();
    }

    /** Seconds since 1970-01-01T00:00:00Z in the configured zone, or a {@link TimeFault}. */
    long epochSeconds(long localSeconds) {
        return configured.epochSeconds(localSeconds);
    }

    /** The same in the zone whose text stands here; nothing is the configured zone. */
    long epochSeconds(long localSeconds, byte[] bytes, int at, int end) {
        if (at == end) {
            return configured.epochSeconds(localSeconds);
        }
        byte first = bytes[at];
        if (end - at == 1 && (first == 'Z' || first == 'z')) {
            return localSeconds;
        }
        if (first == '+' || first == '-') {
            int offset = offset(bytes, at + 1, end);
            return offset < 0 ? TimeFault.UNKNOWN_ZONE.code() : localSeconds - (first == '-' ? -offset : offset);
        }
        if (end - at == 3 && first == 'U' && bytes[at + 1] == 'T' && bytes[at + 2] == 'C') {
            return localSeconds;
        }
        return byName(localSeconds, new String(bytes, at, end - at, StandardCharsets.UTF_8));
    }

    /** Seconds of {@code hh}, {@code hhmm} or {@code hh:mm}, or -1. */
    private static int offset(byte[] bytes, int at, int end) {
        int hours = TimeDigits.number(bytes, at, end, 2);
        int minutesAt = at + 2 < end && bytes[at + 2] == ':' ? at + 3 : at + 2;
        int minutes = at + 2 == end ? 0 : minutesAt + 2 == end ? TimeDigits.number(bytes, minutesAt, end, 2) : -1;
        boolean valid = hours >= 0 && minutes >= 0 && minutes <= 59 && hours * 60 + minutes <= MAX_OFFSET_HOURS * 60;
        return valid ? hours * 3600 + minutes * 60 : -1;
    }

    private long byName(long localSeconds, String name) {
        if (name.equalsIgnoreCase("UTC") || name.equalsIgnoreCase("GMT") || name.equalsIgnoreCase("UT")) {
            return localSeconds;
        }
        if (name.indexOf('/') < 0) {
            return byAbbreviation(localSeconds, name);
        }
        ZoneClock clock = clock(name);
        return clock == null ? TimeFault.UNKNOWN_ZONE.code() : clock.epochSeconds(localSeconds);
    }

    private @Nullable ZoneClock clock(String name) {
        ZoneClock known = named.get(name);
        if (known != null || !ZoneId.getAvailableZoneIds().contains(name)) {
            return known;
        }
        return named.computeIfAbsent(name, id -> new ZoneClock(ZoneId.of(id), ambiguous));
    }

    // The abbreviation says which of an overlap's two instants is meant.
    private long byAbbreviation(long localSeconds, String name) {
        ZoneNames names = ZoneNames.of(zone());
        boolean standard = name.equalsIgnoreCase(names.standard());
        boolean daylight = name.equalsIgnoreCase(names.daylight());
        if (!standard && !daylight) {
            return TimeFault.UNKNOWN_ZONE.code();
        }
        if (standard && daylight) {
            return configured.epochSeconds(localSeconds);
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
        ZoneRules rules = zone().getRules();
        for (ZoneOffset offset : rules.getValidOffsets(local)) {
            Instant instant = Instant.ofEpochSecond(localSeconds - offset.getTotalSeconds());
            if (rules.isDaylightSavings(instant) ? daylight : standard) {
                return instant.getEpochSecond();
            }
        }
        return TimeFault.WRONG_ABBREVIATION.code();
    }
}
