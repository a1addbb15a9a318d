package dev.wau.aws.s3;

import java.time.Duration;

/**
 * How long a hold lasts without a sign of life.
 *
 * @param lease after which, by S3's clock, another may take it over
 */
record HoldTimes(Duration lease) {

    static final HoldTimes DEFAULT = new HoldTimes(Duration.ofMinutes(1));

    /** Between two signs of life. */
    Duration renewal() {
        return lease.dividedBy(4);
    }

    /**
     * How long after a sign of life the holder relies on it: the rest of the lease is for clocks that differ, and for what
     * is done under the hold once it is confirmed.
     */
    Duration trust() {
        return lease.dividedBy(2);
    }
}
