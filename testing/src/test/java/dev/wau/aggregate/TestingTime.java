package dev.wau.aggregate;

import java.time.Duration;

/** The time of a run, which passes when a test says so. Thread-safe. */
final class TestingTime implements TimeBudget {

    private Duration left;

    TestingTime(Duration whole) {
        this.left = whole;
    }

    synchronized void pass(Duration time) {
        left = left.minus(time);
    }

    @Override
    public synchronized Duration left() {
        return left;
    }
}
