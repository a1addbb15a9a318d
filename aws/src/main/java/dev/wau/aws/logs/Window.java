package dev.wau.aws.logs;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window of a log group's time: one file.
 *
 * @param start its first instant, a whole minute
 * @param end the first instant after it, a whole minute
 */
record Window(Instant start, Instant end) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String TIME = "(\\d{4}-\\d{2}-\\d{2}T\\d{4}Z)";
    private static final Pattern FILE = Pattern.compile(".*-" + TIME + "--" + TIME + "\\.csv");

    /** The file's name, {@code app-2023-04-05T0000Z--2023-04-06T0000Z.csv}: a group's names sort by time. */
    String file(LogGroupName group) {
        return group.fileName() + "-" + FORMAT.format(start) + "--" + FORMAT.format(end) + ".csv";
    }

    /**
     * The window that a file's name tells.
     *
     * @throws WauException NOT_FOUND: it tells none
     */
    static Window ofFile(String name) {
        Matcher file = FILE.matcher(name);
        if (!file.matches()) {
            throw new WauException(ErrorCode.NOT_FOUND, "Cannot read '" + name + "': no window of a log group");
        }
        return new Window(time(file.group(1)), time(file.group(2)));
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    }

    /** Whether it holds this instant, in milliseconds since 1970. */
    boolean holds(long millis) {
        return millis >= start.toEpochMilli() && millis < end.toEpochMilli();
    }
}
