package dev.wau.trigger;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Waits for the end of a run by looking at it: often after a change, less often the longer nothing changes. Thread-safe
 * as its engine is.
 */
public final class RunFollower {

    /** Failed looks in a row before it gives up: a run of an hour outlives a network that is away for a minute. */
    private static final int FAILED_LOOKS = 5;

    private final LoadEngine engine;
    private final Duration first;
    private final Duration longest;

    /**
     * Follows runs of this engine.
     *
     * @param first pause after a change; it doubles while nothing changes
     * @param longest pause
     */
    public RunFollower(LoadEngine engine, Duration first, Duration longest) {
        this.engine = engine;
        this.first = first;
        this.longest = longest;
    }

    /** Looks after 1 second, and at least every 15. */
    public static RunFollower of(LoadEngine engine) {
        return new RunFollower(engine, Duration.ofSeconds(1), Duration.ofSeconds(15));
    }

    /**
     * Waits until the run is over, in success or not.
     *
     * @param changes told the run at each change of its state, the last one included
     * @return the run as it ended
     * @throws WauException what {@link LoadEngine#look} throws, ENGINE_FAILED only after five times in a row
     */
    public EngineRun follow(EngineRun run, Consumer<EngineRun> changes) throws InterruptedException {
        EngineRun known = run;
        Duration pause = first;
        int failed = 0;
        while (!known.isOver()) {
            Thread.sleep(pause.toMillis());
            pause = shorter(pause.multipliedBy(2), longest);
            try {
                EngineRun now = engine.look(known);
                failed = 0;
                if (now.state() != known.state()) {
                    changes.accept(now);
                    pause = first;
                }
                known = now;
            } catch (WauException e) {
                failed++;
                if (e.code() != ErrorCode.ENGINE_FAILED || failed == FAILED_LOOKS) {
                    throw e;
                }
            }
        }
        return known;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
