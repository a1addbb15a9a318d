package dev.wau.warehouse.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A statement and the values of its {@code ?}, in order.
 *
 * @param text only literals made here and quoted identifiers; a user's words are binds
 * @param binds strings
 */
record Sql(String text, List<String> binds) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    Sql {
        binds = List.copyOf(binds);
    }

    /** The literal of an instant, in UTC as {@code event_time} is. */
    static String literal(Instant instant) {
        // A year of five digits gets a sign, which no database reads.
        return "TIMESTAMP '" + TIMESTAMP.format(instant).replace("+", "") + "'";
    }

    /** {@code ?, ?, ?}. */
    static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }

    /** The text with {@code ${name}} replaced, this one's binds first. */
    Sql with(String name, String replacement) {
        return new Sql(text.replace("${" + name + "}", replacement), binds);
    }

    /** The text with {@code ${name}} replaced by another statement, whose binds follow this one's. */
    Sql with(String name, Sql part) {
        List<String> all = new ArrayList<>(binds);
        all.addAll(part.binds());
        return new Sql(text.replace("${" + name + "}", part.text()), all);
    }
}
