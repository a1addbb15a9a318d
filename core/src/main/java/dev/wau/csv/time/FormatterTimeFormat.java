package dev.wau.csv.time;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** A pattern with rare letters, read by {@link DateTimeFormatter}: the same rules, several times slower. */
final class FormatterTimeFormat extends ByteTimeFormat {

    private final DateTimeFormatter formatter;
    private final TimeZones zones;
    private final TimeFormats.Excess excess;

    FormatterTimeFormat(String pattern, DateTimeFormatter formatter, TimeZones zones, TimeFormats.Excess excess) {
        super("'" + pattern + "'", zones.zone(), TimeFormats.choices(zones.ambiguous(), excess));
        this.formatter = formatter;
        this.zones = zones;
        this.excess = excess;
    }

    @Override
    long read(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            if (date == null || time == null) {
                return TimeFault.NOT_IN_FORMAT.code();
            }
            LocalDateTime local = date.atTime(time);
            return CivilTime.micros(zoned(local, parsed), local.get(ChronoField.NANO_OF_SECOND), excess);
        } catch (DateTimeException e) {
            return TimeFault.NOT_IN_FORMAT.code();
        }
    }

    private long zoned(LocalDateTime local, TemporalAccessor parsed) {
        long localSeconds = local.toEpochSecond(ZoneOffset.UTC);
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return localSeconds - parsed.get(ChronoField.OFFSET_SECONDS);
        }
        return zones.epochSeconds(localSeconds);
    }
}
