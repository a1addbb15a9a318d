package dev.wau.cli.terminal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a value is shown to a person. */
public final class Cells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Cells() {}

    /**
     * Whole numbers with separators, others with one decimal; instants as {@code 2026-11-22 18:11:34} in UTC; nothing
     * for null; anything else by its own text.
     */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant instant) {
            return time(instant, ZoneOffset.UTC);
        }
        if (value instanceof BigInteger whole) {
            return String.format(Locale.ROOT, "%,d", whole);
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return String.format(Locale.ROOT, "%,.1f", ((Number) value).doubleValue());
        }
        return value instanceof Number number ? Numbers.count(number.longValue()) : value.toString();
    }

    /** An instant in this zone, to the second. */
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
