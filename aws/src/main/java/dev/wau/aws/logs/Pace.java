package dev.wau.aws.logs;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets calls go one after the other, so far apart. CloudWatch Logs allows {@code FilterLogEvents} 5 to 25 times a second,
 * by region, for all of an account; its quota page says which. Thread-safe.
 */
final class Pace {

    private final long interval;
    private long next = System.nanoTime();

    Pace(Duration interval) {
        this.interval = interval.toNanos();
    }

    /**
     * Returns when this call may go.
     *
     * @throws WauException STORE_FAILED: interrupted
     */
    void await() {
        try {
            TimeUnit.NANOSECONDS.sleep(turn());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(
                    ErrorCode.STORE_FAILED, "Interrupted: run again, and it goes on where it stopped", e);
        }
    }

    /** Takes the next turn and says how long it is until then. */
    private synchronized long turn() {
        long now = System.nanoTime();
        long turn = Math.max(now - next, 0) + next;
        next = turn + interval;
        return turn - now;
    }
}
