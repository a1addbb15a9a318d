package dev.wau.warehouse.sql;

import dev.wau.model.Reject;
import org.jspecify.annotations.Nullable;

/** Takes rows on their way into the table {@code staged}: a bounded number, then it is full. Used by one thread. */
public interface RowTarget {

    /** Whether it takes no more for now. */
    boolean isFull();

    /** Begins a row; its time in microseconds since 1970. */
    void begin(FileToFeed file, long line, long micros, long hashHigh, long hashLow);

    /** The row's text in the column with this number; the bytes are copied. */
    void text(int column, byte[] source, int start, int length);

    /** The row's details, or null. */
    void details(byte @Nullable [] json);

    /** Ends the row. */
    void end();

    /** A whole row that says why a record isn't one. */
    void reject(FileToFeed file, Reject reject);
}
