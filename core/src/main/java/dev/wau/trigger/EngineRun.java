package dev.wau.trigger;

import dev.wau.model.ObjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A load run as its engine last told it.
 *
 * @param id the engine's own, not that of {@code wau_runs}
 * @param marker the key it was started for; null if somebody started it without one
 * @param state of the run
 * @param started when the engine took it on, by the engine's clock
 * @param ended null while it isn't over
 * @param dpuSeconds Glue's data processing units times seconds; null where the engine counts none, or not yet
 * @param error why it failed, in the engine's words; null if it didn't
 */
public record EngineRun(
        String id,
        @Nullable ObjectKey marker,
        State state,
        Instant started,
        @Nullable Instant ended,
        @Nullable Double dpuSeconds,
        @Nullable String error) {

    /** What a run is doing, or how it ended. */
    public enum State {
        /** Taken on; it may wait for machines. */
        STARTING,
        RUNNING,
        /** Asked to stop. */
        STOPPING,
        SUCCEEDED,
        FAILED,
        STOPPED,
        /** The engine ended it: it took longer than the engine allows. */
        TIMED_OUT
    }

    /** A run just taken on. */
    public static EngineRun starting(String id, ObjectKey marker, Instant started) {
        return new EngineRun(id, marker, State.STARTING, started, null, null, null);
    }

    /** Whether it ended, in success or not. */
    public boolean isOver() {
        return switch (state) {
            case STARTING, RUNNING, STOPPING -> false;
            case SUCCEEDED, FAILED, STOPPED, TIMED_OUT -> true;
        };
    }

    /**
     * Whether this marker needs no other run: it is this one's, it was written before this one began, and this one
     * succeeded or still may.
     */
    public boolean serves(Marker of) {
        return of.key().equals(marker)
                && !started.isBefore(of.created())
                && switch (state) {
                    case STARTING, RUNNING, SUCCEEDED -> true;
                    case STOPPING, STOPPED, FAILED, TIMED_OUT -> false;
                };
    }
}
