package dev.wau.aggregate;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Writes times as the central bucket has them: {@code uuuu-MM-dd HH:mm:ss[.ffffff]} in UTC, years 1 to 9999, the fraction
 * only where it isn't zero. The text stands in {@link #bytes} until the next one. Not thread-safe.
 */
final class CentralTime {

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int WITHOUT_FRACTION = 19;
    private static final int WITH_FRACTION = 26;

    private final byte[] bytes = new byte[WITH_FRACTION];
    private long day = Long.MIN_VALUE;

    CentralTime() {
        Arrays.fill(bytes, (byte) '-');
        bytes[10] = ' ';
        bytes[13] = ':';
        bytes[16] = ':';
        bytes[19] = '.';
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * Writes one time.
     *
     * @return the length of its text
     */
    int write(long micros) {
        long thisDay = Math.floorDiv(micros, MICROS_PER_DAY);
        if (thisDay != day) {
            date(LocalDate.ofEpochDay(thisDay));
            day = thisDay;
        }
        long ofDay = Math.floorMod(micros, MICROS_PER_DAY);
        int fraction = (int) (ofDay % 1_000_000);
        int second = (int) (ofDay / 1_000_000);
        int minute = second / 60;
        two(11, minute / 60);
        two(14, minute % 60);
        two(17, second % 60);
        if (fraction == 0) {
            return WITHOUT_FRACTION;
        }
        digits(20, 6, fraction);
        return WITH_FRACTION;
    }

    private void two(int at, int value) {
        int tens = value / 10;
        bytes[at] = (byte) ('0' + tens);
        bytes[at + 1] = (byte) ('0' + value - 10 * tens);
    }

    private void date(LocalDate date) {
        digits(0, 4, date.getYear());
        digits(5, 2, date.getMonthValue());
        digits(8, 2, date.getDayOfMonth());
    }

    private void digits(int at, int count, int value) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
