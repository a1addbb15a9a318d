package dev.wau.csv.time;

/** {@code exporter}: {@code uuuu-MM-dd HH:mm:ss}, then nothing or {@code .} and one to nine digits. */
final class ExporterTimeFormat extends ByteTimeFormat {

    private static final int TO_SECONDS = "uuuu-MM-dd HH:mm:ss".length();

    private final TimeZones zones;
    private final TimeFormats.Excess excess;

    ExporterTimeFormat(TimeZones zones, TimeFormats.Excess excess) {
        super("exporter (uuuu-MM-dd HH:mm:ss[.f])", zones.zone(), TimeFormats.choices(zones.ambiguous(), excess));
        this.zones = zones;
        this.excess = excess;
    }

    @Override
    long read(byte[] bytes, int start, int end) {
        int at = start + TO_SECONDS;
        if (at > end || bytes[start + 10] != ' ' || bytes[start + 16] != ':') {
            return TimeFault.NOT_IN_FORMAT.code();
        }
        int nanos = 0;
        if (at < end) {
            long fraction = bytes[at] == '.' ? TimeDigits.fraction(bytes, at + 1, end) : TimeDigits.NO_FRACTION;
            if (fraction == TimeDigits.NO_FRACTION || at + 1 + TimeDigits.length(fraction) != end) {
                return TimeFault.NOT_IN_FORMAT.code();
            }
            nanos = TimeDigits.billionths(fraction);
        }
        long local = dateAndTime(bytes, start, TimeDigits.two(bytes, start + 17));
        return CivilTime.micros(TimeFault.is(local) ? local : zones.epochSeconds(local), nanos, excess);
    }

    /** Local seconds of {@code uuuu-MM-dd?HH:mm}, which are there, and of seconds; or a {@link TimeFault}. */
    static long dateAndTime(byte[] bytes, int start, int second) {
        int century = TimeDigits.two(bytes, start);
        int year = TimeDigits.two(bytes, start + 2);
        int month = TimeDigits.two(bytes, start + 5);
        int day = TimeDigits.two(bytes, start + 8);
        int hour = TimeDigits.two(bytes, start + 11);
        int minute = TimeDigits.two(bytes, start + 14);
        boolean separated = bytes[start + 4] == '-' && bytes[start + 7] == '-' && bytes[start + 13] == ':';
        if (!separated || (century | year | month | day | hour | minute | second) < 0) {
            return TimeFault.NOT_IN_FORMAT.code();
        }
        return CivilTime.seconds(century * 100 + year, month, day, hour, minute, second);
    }
}
