package dev.wau.aggregate;

import java.time.Duration;

/**
 * How much time a run has. It must not follow the wall clock's jumps. Thread-safe; asked at every read, so it must answer
 * at once. In AWS Lambda: {@code () -> Duration.ofMillis(context.getRemainingTimeInMillis())}.
 */
@FunctionalInterface
public interface TimeBudget {

    /** All the time there is. */
    TimeBudget UNLIMITED = () -> Duration.ofSeconds(Long.MAX_VALUE);

    /** The time until the run is ended from outside; zero or less when it is over. */
    Duration left();

    /** So much from now on. */
    static TimeBudget of(Duration whole) {
        long begin = System.nanoTime();
        return () -> whole.minusNanos(System.nanoTime() - begin);
    }
}
