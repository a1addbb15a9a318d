package dev.wau.warehouse.sql;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How many records may be counted in memory, over all files of a run. Thread-safe. */
final class CountingBudget {

    /** Eight bytes each. */
    static final long MOST_RECORDS = 4_000_000;

    private final AtomicLong left = new AtomicLong(MOST_RECORDS);
    private final AtomicBoolean exceeded = new AtomicBoolean();

    /** Room for so many more; false if there is none. */
    boolean take(long records) {
        return !exceeded.get() && left.addAndGet(-records) >= 0;
    }

    /** Something could not be counted: counting the rest is of no use. */
    void exceed() {
        exceeded.set(true);
    }

    boolean isExceeded() {
        return exceeded.get();
    }
}
