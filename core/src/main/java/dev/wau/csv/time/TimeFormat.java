package dev.wau.csv.time;

/**
 * Reads an event's time from a cell. Immutable and thread-safe. Made by {@link TimeFormats}.
 */
public interface TimeFormat {

    /** What {@link #parse} returns for text that is not a time of this format. */
    long BAD = Long.MIN_VALUE;

    /**
     * Microseconds since 1970-01-01T00:00:00Z, or {@link #BAD}.
     *
     * @param bytes holds the cell's text in UTF-8
     * @param start of the cell
     * @param length of the cell in bytes
     */
    long parse(byte[] bytes, int start, int length);

    /**
     * Why this text is {@link #BAD}: the rule it breaks, for a reject's message. For example {@code not in the format
     * 'uuuu-MM-dd HH:mm:ss'} or {@code doesn't exist in Europe/Berlin (clocks went forward)}.
     */
    String explain(String text);

    /** The format as configured, with its zone. */
    String description();
}
