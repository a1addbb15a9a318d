package dev.wau.load;

import dev.wau.model.FileId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cursor over the rows of some files, in the order of files and lines. Not thread-safe. */
public interface FileRows extends AutoCloseable {

    /** Moves to the next row; false at the end. */
    boolean next();

    /** Whose row it is. */
    FileId file();

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

    /** The table's text columns: {@code event}, {@code user_id}, ... and the further ones. */
    Set<String> columns();

    /** The value of one of {@link #columns}, or null. */
    @Nullable
    String text(String column);

    @Override
    void close();
}
