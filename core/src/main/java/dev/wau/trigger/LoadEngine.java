package dev.wau.trigger;

import java.util.List;

/**
 * Runs the load job for a marker: in this process, or as a Glue job run. Starting is not loading: it returns when the
 * engine has taken the run on, and {@link RunFollower} waits for its end.
 *
 * <p>An engine tries not to run a marker twice, and can't promise it: see {@link #start}. The load job does, by loading
 * each file version once, however often it runs.
 *
 * <p>Implementations are thread-safe. Every method throws {@link dev.wau.model.WauException}: ENGINE_FAILED when the
 * engine refused or couldn't be reached, and NOT_FOUND when it doesn't know the job or the run.
 */
public interface LoadEngine {

    /**
     * Starts a run for a marker, unless one {@link EngineRun#serves serves} it already. After a run that failed, was
     * stopped or took too long, it starts another.
     *
     * <p>A reply that gets lost is looked up before anything is tried again. Two callers at the same instant get one
     * run where the engine runs one at a time; otherwise each may get its own.
     *
     * @throws dev.wau.model.WauException BUSY: the engine runs as many as it may, none of them for this marker; come
     *     back later
     */
    EngineStart start(Marker marker);

    /**
     * The run as it is now.
     *
     * @throws dev.wau.model.WauException NOT_FOUND: the engine has no such run, or forgot it
     */
    EngineRun look(EngineRun run);

    /**
     * Asks a run to stop, and doesn't wait for it. A run that is over stays as it is.
     *
     * @throws dev.wau.model.WauException INVALID_ARGUMENT: not {@link #supportsStop}
     */
    void stop(EngineRun run);

    /** The latest runs, newest first, at most so many; also those of other markers and of other callers. */
    List<EngineRun> recent(int count);

    /** Whether runs can be stopped one by one. */
    default boolean supportsStop() {
        return true;
    }
}
