package dev.wau.csv.time;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** What all formats share: one reading gives the time or the fault, so that an explanation can't differ from it. */
abstract class ByteTimeFormat implements TimeFormat {

    private final String format;
    private final ZoneId zone;
    private final String choices;

    /** @param choices {@link TimeFormats#choices}: what decides a time besides format and zone */
    ByteTimeFormat(String format, ZoneId zone, String choices) {
        this.format = format;
        this.zone = zone;
        this.choices = choices;
    }

    /** Microseconds since 1970-01-01T00:00:00Z, or a {@link TimeFault}. */
    abstract long read(byte[] bytes, int start, int end);

    @Override
    public final long parse(byte[] bytes, int start, int length) {
        long micros = read(bytes, start, start + length);
        return TimeFault.is(micros) ? BAD : micros;
    }

    @Override
    public final String explain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long micros = read(bytes, 0, bytes.length);
        if (!TimeFault.is(micros)) {
            return "a time in the format " + format;
        }
        return TimeFault.of(micros).words(format, zoneOf(text)) + hint(bytes, micros);
    }

    @Override
    public final String description() {
        return format + ", zone " + zone + choices;
    }

    @Override
    public final String toString() {
        return description();
    }

    /** More about a fault, where the format knows more. */
    String hint(byte[] text, long fault) {
        return "";
    }

    private String zoneOf(String text) {
        String last = text.substring(text.lastIndexOf(' ') + 1);
        return last.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(last) ? last : zone.getId();
    }
}
