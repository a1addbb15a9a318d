package dev.wau.trigger;

/**
 * The answer of a {@link LoadEngine} that was asked to start.
 *
 * @param kind whether the run is new
 * @param run that loads the marker
 */
public record EngineStart(Kind kind, EngineRun run) {

    /** Where the run comes from. */
    public enum Kind {
        STARTED,
        /** It was under way already, or has succeeded. */
        FOUND
    }

    /** A new run. */
    public static EngineStart started(EngineRun run) {
        return new EngineStart(Kind.STARTED, run);
    }

    /** One that was there. */
    public static EngineStart found(EngineRun run) {
        return new EngineStart(Kind.FOUND, run);
    }
}
