package dev.wau.warehouse.rollup;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Quarters of an hour since 1970 in UTC, and the months they are in. Every zone's days have begun on a whole quarter for
 * decades; a window that doesn't is none of the rollup's.
 */
public final class Quarters {

    /** Of a UTC day. */
    public static final int A_DAY = 96;

    /** More than any month has. */
    public static final int MOST_A_MONTH = 31 * A_DAY;

    /** Their length. */
    public static final long MICROS = 900_000_000L;

    private Quarters() {}

    /** The quarter that holds an instant. */
    public static long of(long micros) {
        return Math.floorDiv(micros, MICROS);
    }

    /** Whether a quarter begins then. */
    public static boolean isStart(Instant instant) {
        return instant.getNano() == 0 && instant.getEpochSecond() % (MICROS / 1_000_000) == 0;
    }

    /** The month that holds a quarter: twelve a year, 0 is January of the year 0. */
    public static int month(long quarter) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(quarter, A_DAY));
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /** The first quarter of a month. */
    public static long first(int month) {
        return firstDay(month).toEpochDay() * A_DAY;
    }

    /** The first day of a month. */
    public static LocalDate firstDay(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }
}
