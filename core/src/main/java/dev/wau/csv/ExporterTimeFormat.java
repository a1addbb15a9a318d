package dev.wau.csv;

/** {@code exporter}: {@code uuuu-MM-dd HH:mm:ss}, then nothing or {@code .} and one to nine digits. */
final class ExporterTimeFormat extends ByteTimeFormat {

    private static final int TO_SECONDS = "uuuu-MM-dd HH:mm:ss".length();

    private final TimeZones zones;
    private final TimeFormats.Excess excess;

    ExporterTimeFormat(TimeZones zones, TimeFormats.Excess excess) {
        super("exporter (uuuu-MM-dd HH:mm:ss[.f])", zones.zone());
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
        long local = dateAndTime(bytes, start, TimeDigits.number(bytes, start + 17, end, 2));
        return CivilTime.micros(TimeFault.is(local) ? local : zones.epochSeconds(local), nanos, excess);
    }

    /** Local seconds of {@code uuuu-MM-dd?HH:mm}, which are there, and of seconds; or a {@link TimeFault}. */
    static long dateAndTime(byte[] bytes, int start, int second) {
        int end = start + 16;
        int year = TimeDigits.number(bytes, start, end, 4);
        int month = TimeDigits.number(bytes, start + 5, end, 2);
        int day = TimeDigits.number(bytes, start + 8, end, 2);
        int hour = TimeDigits.number(bytes, start + 11, end, 2);
        int minute = TimeDigits.number(bytes, start + 14, end, 2);
        boolean separated = bytes[start + 4] == '-' && bytes[start + 7] == '-' && bytes[start + 13] == ':';
        if (!separated || (year | month | day | hour | minute | second) < 0) {
            return TimeFault.NOT_IN_FORMAT.code();
        }
        return CivilTime.seconds(year, month, day, hour, minute, second);
    }
}
