package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how long to wait before something is tried again that the SDK doesn't try again.
 *
 * @param tries at most
 * @param first wait; each further one is twice as long, and half of each is left to chance
 */
record Backoff(int tries, Duration first) {

    static final Backoff DEFAULT = new Backoff(6, Duration.ofMillis(100));

    /** Waits before the try with this number, from 1. */
    void pause(int number) {
        long most = first.toMillis() << (number - 1);
        try {
            Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot go on with S3: interrupted", e);
        }
    }
}
