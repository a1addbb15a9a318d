package dev.wau.collect;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a log group becomes files: one for each window of time.
 *
 * @param streamPrefix of the log streams; null for all
 * @param window length of a window; divides a day, or is one
 * @param late how long after its end events may still arrive in a window: until then it is looked at again
 * @param since where the first window starts; null: where the log group does
 */
public record LogExport(
        @Nullable String streamPrefix,
        Duration window,
        Duration late,
        @Nullable Instant since) {

    /** A file a day, as the exporter of before wrote them. */
    public static final LogExport DEFAULT = new LogExport(null, Duration.ofDays(1), Duration.ofDays(1), null);
}
