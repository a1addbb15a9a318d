package dev.wau.collect;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a log group becomes files: one for each window of time. Windows are counted from 1970-01-01 in UTC, so that they
 * are the same whenever somebody looks; those of a day or less start at midnight.
 *
 * @param streamPrefix of the log streams; null for all
 * @param window length of a window: whole minutes that divide a day, or whole days
 * @param late how long after its end events may still arrive in a window: until then it is looked at again
 * @param since where the first window starts: at the start of one; null: at the one in which the log group was made, less
 *     {@code late}
 */
public record LogExport(
        @Nullable String streamPrefix,
        Duration window,
        Duration late,
        @Nullable Instant since) {

    private static final Duration DAY = Duration.ofDays(1);

    /** A file a day, as the exporter of before wrote them. */
    public static final LogExport DEFAULT = new LogExport(null, DAY, DAY, null);

    public LogExport {
        if (!isWindow(window)) {
            throw invalid("window", window, "whole minutes that divide a day, or whole days");
        }
        if (late.isNegative()) {
            throw invalid("time for late events", late, "zero or more");
        }
        if (since != null && !startOf(since, window).equals(since)) {
            throw invalid("start", since, "where a window of " + window + " starts, such as " + startOf(since, window));
        }
    }

    /** The start of the window that holds this instant. */
    public Instant startOf(Instant time) {
        return startOf(time, window);
    }

    private static Instant startOf(Instant time, Duration window) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), window.toSeconds()) * window.toSeconds());
    }

    private static boolean isWindow(Duration window) {
        long minutes = window.toMinutes();
        return minutes > 0
                && window.equals(Duration.ofMinutes(minutes))
                && (DAY.toMinutes() % minutes == 0 || minutes % DAY.toMinutes() == 0);
    }

    private static WauException invalid(String what, Object value, String rule) {
        return new WauException(
                ErrorCode.INVALID_CONFIGURATION, "Invalid " + what + " of a log group: " + value + " (" + rule + ")");
    }
}
