package dev.wau.csv.time;

/** Reads numbers of a time from bytes, without making objects. */
final class TimeDigits {

    /** What {@link #fraction} returns where no fraction stands. */
    static final long NO_FRACTION = 0;

    private static final int[] SCALE = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private TimeDigits() {}

    /** The number of exactly this many digits, or -1. */
    static int number(byte[] bytes, int at, int end, int digits) {
        if (end - at < digits) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The number of the two digits here, which are in the array; or negative. */
    static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
    }

    /** How many digits stand here, counted up to a bound. */
    static int count(byte[] bytes, int at, int end, int bound) {
        int limit = Math.min(end, at + bound);
        int i = at;
        while (i < limit && isDigit(bytes[i])) {
            i++;
        }
        return i - at;
    }

    static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    /**
     * One to nine digits as billionths, with their number: see {@link #billionths} and {@link #length}.
     *
     * @return {@link #NO_FRACTION} when there are none, or more than nine
     */
    static long fraction(byte[] bytes, int at, int end) {
        int digits = count(bytes, at, end, 10);
        if (digits == 0 || digits == 10) {
            return NO_FRACTION;
        }
        long billionths = (long) number(bytes, at, end, digits) * SCALE[digits];
        return (long) digits << 32 | billionths;
    }

    static int billionths(long fraction) {
        return (int) fraction;
    }

    static int length(long fraction) {
        return (int) (fraction >>> 32);
    }
}
