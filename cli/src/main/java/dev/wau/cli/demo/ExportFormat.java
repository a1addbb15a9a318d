package dev.wau.cli.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * How an exporter writes its files.
 *
 * @param delimiter between cells
 * @param charset of the text
 * @param datePattern of the time column, before {@code HH:mm:ss}
 * @param zone of the time column
 * @param names header names that differ from {@link Key#header()}
 * @param fileDate writes an instant as the file names do
 * @param fileName a file's name, for the customer and the ends of its window
 */
record ExportFormat(
        char delimiter,
        Charset charset,
        String datePattern,
        ZoneId zone,
        Map<Key, String> names,
        DateTimeFormatter fileDate,
        String fileName) {

    /** The exporter that exists today. */
    static final ExportFormat STANDARD = new ExportFormat(
            ',',
            StandardCharsets.UTF_8,
            "uuuu-MM-dd",
            ZoneOffset.UTC,
            Map.of(),
            fileDate("MMM-dd-uuuu-HH:mm:ss"),
            "%1$s-%2$s--%3$s.csv");

    /** Another product's: semicolons, ISO-8859-1, German column names, local time. */
    static final ExportFormat GERMAN = new ExportFormat(
            ';',
            StandardCharsets.ISO_8859_1,
            "dd.MM.uuuu",
            ZoneId.of("Europe/Berlin"),
            Map.of(
                    Key.TIMESTAMP, "Zeitpunkt",
                    Key.EVENT, "Aktion",
                    Key.USER_ID, "Benutzer",
                    Key.USER_AGENT, "Browser",
                    Key.UNIQUE_IDENTIFIER, "Kennung"),
            fileDate("uuuu-MM-dd"),
            "audit_%2$s.csv");

    /** The header's name for a key. */
    String header(Key key) {
        return names.getOrDefault(key, key.header());
    }

    /** Whether it can write every letter. */
    boolean unicode() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Writes the time cells of one file. */
    TimeCells times() {
        return new TimeCells(datePattern, zone);
    }

    /** The name of the file for a window. */
    String fileName(String customer, long from, long to) {
        return String.format(
                Locale.ROOT,
                fileName,
                customer,
                fileDate.format(Instant.ofEpochSecond(from)),
                fileDate.format(Instant.ofEpochSecond(to)));
    }

    private static DateTimeFormatter fileDate(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
