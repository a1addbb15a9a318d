package dev.wau.aws.logs;

import dev.wau.collect.LogExport;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Which windows of a log group are files at an instant. That follows from the group, the export and the clock alone, so
 * it doesn't matter who looks when: each window begins where the one before ended, and none is left out.
 *
 * <p>A window that retention has reached into is no file any more: what is left of it must not replace what was
 * collected when it was whole.
 */
record Windows(LogGroupName group, LogExport export) {

    /** How long an event may take from CloudWatch Logs' acceptance to its answers. */
    static final Duration SETTLING = Duration.ofMinutes(5);

    /** A window goes this much before its first event is deleted: so long may pass between listing and reading. */
    static final Duration MARGIN = Duration.ofHours(1);

    /**
     * The windows that are over, oldest first.
     *
     * @throws WauException INVALID_CONFIGURATION: the group doesn't keep its events until its windows are complete
     */
    Stream<Window> files(GroupLife life, Instant now) {
        requireKeptUntilFinal(life);
        return Stream.iterate(first(life), window -> isOver(window, now), this::next)
                .dropWhile(window -> !isKept(window, life, now));
    }

    /** Whether all of its events are still there. */
    boolean isKept(Window window, GroupLife life, Instant now) {
        return life.retention() == null
                || !window.start().isBefore(now.minus(life.retention()).plus(MARGIN));
    }

    /** Whether no more events are waited for. */
    boolean isFinal(Window window, Instant now) {
        return !window.end().plus(export.late()).plus(SETTLING).isAfter(now);
    }

    private boolean isOver(Window window, Instant now) {
        return !window.end().plus(SETTLING).isAfter(now);
    }

    // Events may be older than their group. But one that is older by more than 'late' came later than that.
    private Window first(GroupLife life) {
        Instant oldest = life.created().minus(export.late());
        Instant since = export.since();
        return window(export.startOf(since == null || since.isBefore(oldest) ? oldest : since));
    }

    private Window next(Window window) {
        return window(window.end());
    }

    private Window window(Instant start) {
        return new Window(start, start.plus(export.window()));
    }

    private void requireKeptUntilFinal(GroupLife life) {
        Duration needed = export.window().plus(export.late()).plus(SETTLING).plus(MARGIN);
        if (life.retention() != null && life.retention().compareTo(needed) < 0) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot read log group " + group + ": it keeps events for "
                            + life.retention().toDays() + " days, but a window of " + export.window()
                            + " is read until " + export.late() + " after its end. Raise the group's retention to "
                            + needed.plusDays(1).minusNanos(1).toDays()
                            + " days or more, or make the source's window or its time for late events shorter.");
        }
    }
}
