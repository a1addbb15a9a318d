package dev.wau.load;

import org.jspecify.annotations.Nullable;

/** A cursor over one file's rows, in the order of their lines. Not thread-safe. */
public interface FileRows extends AutoCloseable {

    /** Moves to the next row; false at the end. */
    boolean next();

    /** The row's line. */
    long line();

    /** The row's time in microseconds since 1970-01-01T00:00:00Z. */
    long timeMicros();

    /** The upper half of {@code event_hash}. */
    long hashHigh();

    /** The lower half. */
    long hashLow();

    /** Whether another file's row stands for it. */
    boolean suppressed();

    /** A text column's value, or null; null too when the table has no such column. */
    @Nullable
    String text(String column);

    @Override
    void close();
}
