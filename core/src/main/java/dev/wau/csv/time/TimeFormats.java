package dev.wau.csv.time;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The time formats that can be configured. */
public final class TimeFormats {

    /** The names that {@link #of} knows. */
    public static final List<String> NAMES =
            List.of("exporter", "iso", "epoch-seconds", "epoch-milliseconds", "epoch-microseconds");

    private TimeFormats() {}

    /** Which of two instants a local time means that occurs twice when clocks go back. */
    public enum Ambiguous {
        EARLIER,
        LATER,
        /** The record is rejected: {@code bad-time}. */
        REJECT
    }

    /** What happens to digits below the microsecond. */
    public enum Excess {
        /** Only zeros may stand there; anything else is {@code bad-time}. */
        REJECT,
        /** They are cut. */
        CUT
    }

    /** The central bucket's format: {@code uuuu-MM-dd HH:mm:ss[.ffffff]} in UTC; ISO 8601 is read too. */
    public static TimeFormat central() {
        return of("iso", ZoneId.of("UTC"), Ambiguous.EARLIER, Excess.REJECT);
    }

    /**
     * The format of this name or pattern: {@code exporter} ({@code uuuu-MM-dd HH:mm:ss[.f]}), {@code iso} (ISO 8601,
     * with or without zone), {@code epoch-seconds} (with an optional fraction), {@code epoch-milliseconds}, {@code
     * epoch-microseconds}, or a pattern of {@link java.time.format.DateTimeFormatter}'s letters.
     *
     * @param zone of times that don't name one; a time that doesn't exist in it is bad
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION: not a name or a valid pattern; the message says why
     */
    public static TimeFormat of(String nameOrPattern, ZoneId zone, Ambiguous ambiguous, Excess excess) {
        return switch (nameOrPattern) {
            case "exporter" -> new ExporterTimeFormat(new TimeZones(zone, ambiguous), excess);
            case "iso" -> new IsoTimeFormat(new TimeZones(zone, ambiguous), excess);
            case "epoch-seconds" -> new EpochTimeFormat(nameOrPattern, EpochTimeFormat.Unit.SECONDS, excess);
            case "epoch-milliseconds" -> new EpochTimeFormat(nameOrPattern, EpochTimeFormat.Unit.MILLISECONDS, excess);
            case "epoch-microseconds" -> new EpochTimeFormat(nameOrPattern, EpochTimeFormat.Unit.MICROSECONDS, excess);
            default -> TimePatterns.compile(nameOrPattern, new TimeZones(zone, ambiguous), excess);
        };
    }

    /** Choices that aren't the defaults, as text for a description. */
    static String choices(Ambiguous ambiguous, Excess excess) {
        return (ambiguous == Ambiguous.EARLIER
                        ? ""
                        : ", ambiguous: " + ambiguous.name().toLowerCase(Locale.ROOT))
                + (excess == Excess.REJECT
                        ? ""
                        : ", excess-precision: " + excess.name().toLowerCase(Locale.ROOT));
    }
}
