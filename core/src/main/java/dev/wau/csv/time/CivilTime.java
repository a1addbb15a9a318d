package dev.wau.csv.time;

/** The calendar's arithmetic on plain numbers: proleptic Gregorian, as java.time's ISO chronology. */
final class CivilTime {

    /** 0001-01-01T00:00:00Z. */
    static final long MIN_SECONDS = -62_135_596_800L;

    /** 9999-12-31T23:59:59Z. */
    static final long MAX_SECONDS = 253_402_300_799L;

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DAYS_TO_1970_FROM_0000_MARCH = 719_468;
    private static final int DAYS_PER_400_YEARS = 146_097;

    private CivilTime() {}

    /** Seconds of a local time since 1970-01-01T00:00:00, or a {@link TimeFault}. No part is negative. */
    static long seconds(int year, int month, int day, int hour, int minute, int second) {
        if (month < 1 || month > 12 || day < 1 || (day > 28 && day > daysOf(year, month))) {
            return TimeFault.NO_SUCH_DATE.code();
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return TimeFault.NO_SUCH_TIME.code();
        }
        return epochDay(year, month, day) * SECONDS_PER_DAY + (hour * 3600L + minute * 60L + second);
    }

    /** Microseconds of an instant, or a {@link TimeFault}; seconds may be a fault's code. */
    static long micros(long seconds, int nanos, TimeFormats.Excess excess) {
        if (TimeFault.is(seconds)) {
            return seconds;
        }
        if (nanos % 1000 != 0 && excess == TimeFormats.Excess.REJECT) {
            return TimeFault.EXCESS_DIGITS.code();
        }
        if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
            return TimeFault.OUT_OF_RANGE.code();
        }
        return seconds * 1_000_000 + nanos / 1000;
    }

    /** The day of the week of local seconds, 1 for Monday. */
    static int weekday(long localSeconds) {
        return (int) Math.floorMod(Math.floorDiv(localSeconds, SECONDS_PER_DAY) + 3, 7L) + 1;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    // Years that begin in March put the leap day last, so that months before it need no case.
    private static long epochDay(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * DAYS_PER_400_YEARS + dayOfEra - DAYS_TO_1970_FROM_0000_MARCH;
    }
}
