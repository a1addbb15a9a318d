package dev.wau.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.Locale;

/** Writes local times; remembers the day it wrote last, since events come in order. Not thread-safe. */
final class TimeCells {
    private final DateTimeFormatter date;
    private final ZoneRules zone;
    private long lastDay = Long.MIN_VALUE;
    private String lastDate = "";

    /**
     * @param pattern of the date
     * @param zone of the exporter
     */
    TimeCells(String pattern, ZoneId zone) {
        this.date = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        this.zone = zone.getRules();
    }

    /** Date, space, {@code HH:mm:ss}. */
    String of(long second) {
        long local = second + zone.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        long day = Math.floorDiv(local, DemoCalendar.SECONDS_A_DAY);
        if (day != lastDay) {
            lastDay = day;
            lastDate = LocalDate.ofEpochDay(day).format(date);
        }
        int inDay = (int) Math.floorMod(local, DemoCalendar.SECONDS_A_DAY);
        StringBuilder text = new StringBuilder(19).append(lastDate);
        two(text.append(' '), inDay / 3_600);
        two(text.append(':'), inDay / 60 % 60);
        two(text.append(':'), inDay % 60);
        return text.toString();
    }

    private static void two(StringBuilder text, int value) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
