package dev.wau.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one aggregation run over all customers, and its completion marker {@code complete/<batch id>.json}. It is made
 * from the start of the batch in UTC, so that ids sort by time: {@code 2025-07-01T00-05-00.123Z}.
 *
 * @param value a file name without extension: letters, digits, {@code .}, {@code _}, {@code -}
 */
public record BatchId(String value) implements Comparable<BatchId> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public BatchId {
        if (!VALID.matcher(value).matches()) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid batch id: '" + value + "' (1 to 200 of A-Z a-z 0-9 . _ -, the first a letter or digit)");
        }
    }

    /** The id of a batch that starts at this instant. */
    public static BatchId startedAt(Instant start) {
        return new BatchId(FORMAT.format(start));
    }

    @Override
    public int compareTo(BatchId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
