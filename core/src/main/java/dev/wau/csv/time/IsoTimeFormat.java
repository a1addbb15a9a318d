package dev.wau.csv.time;

/**
 * {@code iso}: ISO 8601's extended calendar form, {@code uuuu-MM-dd}, {@code T} or a space, {@code HH:mm[:ss[.f]]} with
 * {@code .} or {@code ,}, then nothing or a zone; a zone's name stands after a space. Date only, week dates, ordinal
 * dates, {@code 24:00} and second 60 are no times.
 */
final class IsoTimeFormat extends ByteTimeFormat {

    private static final int TO_MINUTES = "uuuu-MM-ddTHH:mm".length();

    private final TimeZones zones;
    private final TimeFormats.Excess excess;

    IsoTimeFormat(TimeZones zones, TimeFormats.Excess excess) {
        super("iso (uuuu-MM-ddTHH:mm[:ss[.f]][zone])", zones.zone(), TimeFormats.choices(zones.ambiguous(), excess));
        this.zones = zones;
        this.excess = excess;
    }

    @Override
    long read(byte[] bytes, int start, int end) {
        int at = start + TO_MINUTES;
        if (at > end || !isSeparator(bytes[start + 10])) {
            return TimeFault.NOT_IN_FORMAT.code();
        }
        int second = 0;
        long fraction = TimeDigits.NO_FRACTION;
        if (at < end && bytes[at] == ':') {
            second = TimeDigits.number(bytes, at + 1, end, 2);
            at += 3;
            if (second >= 0 && at < end && (bytes[at] == '.' || bytes[at] == ',')) {
                fraction = TimeDigits.fraction(bytes, at + 1, end);
                at += 1 + TimeDigits.length(fraction);
                second = fraction == TimeDigits.NO_FRACTION ? -1 : second;
            }
        }
        long local = ExporterTimeFormat.dateAndTime(bytes, start, second);
        return CivilTime.micros(zoned(local, bytes, at, end), TimeDigits.billionths(fraction), excess);
    }

    private long zoned(long local, byte[] bytes, int at, int end) {
        if (TimeFault.is(local) || at == end) {
            return TimeFault.is(local) ? local : zones.epochSeconds(local);
        }
        boolean spaced = bytes[at] == ' ';
        int zoneAt = spaced ? at + 1 : at;
        if (zoneAt == end || (!spaced && !isZoneStart(bytes[at]))) {
            return TimeFault.NOT_IN_FORMAT.code();
        }
        return zones.epochSeconds(local, bytes, zoneAt, end);
    }

    private static boolean isSeparator(byte value) {
        return value == 'T' || value == ' ' || value == 't';
    }

    private static boolean isZoneStart(byte value) {
        return value == 'Z' || value == 'z' || value == '+' || value == '-';
    }
}
