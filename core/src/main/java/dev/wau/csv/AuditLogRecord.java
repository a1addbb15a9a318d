package dev.wau.csv;

import java.io.IOException;

/**
 * One good record, as a view over the reader's buffer: valid until the reader moves on. Cells are UTF-8, unescaped, in
 * the file's column order ({@link FileLayout}); personal data is already gone or hashed. An empty cell, quoted or not,
 * is an absent value. Not thread-safe.
 */
public interface AuditLogRecord {

    /** The line of the record's first byte, from 1. */
    long line();

    /** The event's time in microseconds since 1970-01-01T00:00:00Z. */
    long timeMicros();

    /** The array that holds the cell's text. */
    byte[] bytes(int column);

    /** Where the cell starts in {@link #bytes}. */
    int start(int column);

    /** The cell's length in bytes; 0 means absent. */
    int length(int column);

    /** The upper half of the 128-bit {@code event_hash}, made after {@link RowIdentity}. */
    long hashHigh();

    /** The lower half. */
    long hashLow();

    /**
     * Writes the cells of neighbouring columns, as {@link CsvWriter#cell(byte[], int, int)} does one by one.
     *
     * @param last included
     */
    void copy(int first, int last, CsvWriter target) throws IOException;

    /** A copy of the cell as text; empty when absent. */
    default String text(int column) {
        return new String(bytes(column), start(column), length(column), java.nio.charset.StandardCharsets.UTF_8);
    }
}
