package dev.wau.trigger;

import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one created object.
 *
 * @param created the event
 * @param kind what became of it
 * @param marker its key in the central bucket; null if IGNORED
 * @param run of the marker; null unless STARTED or FOUND
 * @param error null unless BUSY or FAILED
 */
public record TriggerOutcome(
        ObjectCreated created,
        Kind kind,
        @Nullable ObjectKey marker,
        @Nullable EngineRun run,
        @Nullable WauException error) {

    /** What becomes of a created object. */
    public enum Kind {
        /** A marker: its load run was started. */
        STARTED,
        /** A marker whose run was under way or had succeeded. */
        FOUND,
        /** No marker. */
        IGNORED,
        /** A marker: the engine runs as many as it may. */
        BUSY,
        /** A marker: its run couldn't be started. */
        FAILED
    }

    /** Whether the event must be delivered again, or its marker is left without a run. */
    public boolean comesBack() {
        return kind == Kind.BUSY || kind == Kind.FAILED;
    }
}
