package dev.wau.csv.time;

/** What the steps of a pattern have read of one time. One per thread, used again for every cell. */
final class TimeParts {

    private static final ThreadLocal<TimeParts> OF_THREAD = ThreadLocal.withInitial(TimeParts::new);

    int year;
    int month;
    int day;
    int weekday;
    int hour;
    /** Of the day for AM/PM: 0, 1, or -1 where the pattern counts hours to 23. */
    int half;

    int minute;
    int second;
    int nanos;
    int zoneStart;
    int zoneEnd;

    private TimeParts() {}

    /** This thread's parts, empty. */
    static TimeParts empty() {
        TimeParts parts = OF_THREAD.get();
        parts.weekday = 0;
        parts.half = -1;
        parts.minute = 0;
        parts.second = 0;
        parts.nanos = 0;
        parts.zoneStart = 0;
        parts.zoneEnd = 0;
        return parts;
    }

    /** Microseconds since 1970-01-01T00:00:00Z, or a {@link TimeFault}. */
    long micros(byte[] bytes, TimeZones zones, TimeFormats.Excess excess) {
        if (half >= 0 && (hour < 1 || hour > 12)) {
            return TimeFault.NO_SUCH_TIME.code();
        }
        int hourOfDay = half < 0 ? hour : hour % 12 + 12 * half;
        long local = CivilTime.seconds(year, month, day, hourOfDay, minute, second);
        if (TimeFault.is(local)) {
            return local;
        }
        if (weekday > 0 && weekday != CivilTime.weekday(local)) {
            return TimeFault.WRONG_WEEKDAY.code();
        }
        return CivilTime.micros(zones.epochSeconds(local, bytes, zoneStart, zoneEnd), nanos, excess);
    }
}
