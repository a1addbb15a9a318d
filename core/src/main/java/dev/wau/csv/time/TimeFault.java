package dev.wau.csv.time;

/**
 * Why a text is no time. The parsers give a fault as a number far below every time ({@link #code}), so that reading
 * a cell makes no object.
 */
enum TimeFault {
    NOT_IN_FORMAT(0),
    NO_SUCH_DATE(1),
    NO_SUCH_TIME(2),
    WRONG_WEEKDAY(3),
    IN_GAP(4),
    IN_OVERLAP(5),
    WRONG_ABBREVIATION(6),
    EXCESS_DIGITS(7),
    OUT_OF_RANGE(8),
    UNKNOWN_ZONE(9);

    private static final int BOUND = 64;

    private final long code;

    TimeFault(int number) {
        this.code = TimeFormat.BAD + number;
    }

    /** The number that stands for this fault in place of seconds or microseconds. */
    long code() {
        return code;
    }

    /** Whether seconds or microseconds are a fault's code. */
    static boolean is(long value) {
        return value < TimeFormat.BAD + BOUND;
    }

    /** The fault of a code. */
    static TimeFault of(long code) {
        for (TimeFault fault : values()) {
            if (fault.code == code) {
                return fault;
            }
        }
        throw new IllegalArgumentException("Invalid fault code: " + code);
    }

    /** The broken rule, for a reject's message. */
    String words(String format, String zone) {
        return switch (this) {
            case NOT_IN_FORMAT -> "not in the format " + format;
            case NO_SUCH_DATE -> "no such date in the calendar";
            case NO_SUCH_TIME -> "no such time of day (hours end at 23, or 12 with AM/PM; minutes and seconds at 59)";
            case WRONG_WEEKDAY -> "the day of the week isn't that of the date";
            case IN_GAP -> "doesn't exist in " + zone + " (clocks went forward)";
            case IN_OVERLAP -> "occurs twice in " + zone + " (clocks went back; time.ambiguous is reject)";
            case WRONG_ABBREVIATION -> "no such hour: " + zone + " doesn't use that abbreviation then";
            case EXCESS_DIGITS -> "has digits below the microsecond (time.excess-precision is reject)";
            case OUT_OF_RANGE -> "outside the years 0001 to 9999 in UTC";
            case UNKNOWN_ZONE -> "its zone is not UTC, an offset, an IANA zone, or an abbreviation used in " + zone;
        };
    }
}
