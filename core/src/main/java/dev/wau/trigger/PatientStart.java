package dev.wau.trigger;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Starts runs of an engine that may be busy with others, by asking again. Thread-safe as its engine is.
 *
 * @param engine to start them
 * @param longest how long to ask; zero: once
 * @param pause between two questions
 * @param waiting told the engine's answer, once a start
 */
public record PatientStart(LoadEngine engine, Duration longest, Duration pause, Consumer<String> waiting) {

    /**
     * Starts a run, when the engine has room for it.
     *
     * @throws WauException as {@link LoadEngine#start}; BUSY when it had no room all the time
     */
    public EngineStart start(Marker marker) throws InterruptedException {
        long begin = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                return engine.start(marker);
            } catch (WauException e) {
                long waited = System.nanoTime() - begin;
                if (e.code() != ErrorCode.BUSY || waited + pause.toNanos() > longest.toNanos()) {
                    throw e;
                }
                if (!told) {
                    waiting.accept(String.valueOf(e.getMessage()));
                    told = true;
                }
                Thread.sleep(pause.toMillis());
            }
        }
    }
}
