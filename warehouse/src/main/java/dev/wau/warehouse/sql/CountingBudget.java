package dev.wau.warehouse.sql;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How much memory the counting of records may take, over all files of a run. Thread-safe. */
final class CountingBudget {

    /** Some four million records. Adding them up takes three times as much beside it. */
    static final long MOST_BYTES = 36 << 20;

    private final AtomicLong left = new AtomicLong(MOST_BYTES);
    private final AtomicBoolean exceeded = new AtomicBoolean();
    private final Queue<FileCounting> counted = new ConcurrentLinkedQueue<>();

    /** Room for so many bytes more; false if there is none. */
    boolean take(long bytes) {
        return !exceeded.get() && left.addAndGet(-bytes) >= 0;
    }

    /** These are free again. */
    void give(long bytes) {
        left.addAndGet(bytes);
    }

    /** Its records are all counted. */
    void keep(FileCounting counting) {
        counted.add(counting);
        if (exceeded.get()) {
            forget();
        }
    }

    /** Something could not be counted: what was counted, and counting the rest, is of no use. */
    void exceed() {
        exceeded.set(true);
        forget();
    }

    private void forget() {
        FileCounting counting = counted.poll();
        while (counting != null) {
            counting.forget();
            counting = counted.poll();
        }
    }

    boolean isExceeded() {
        return exceeded.get();
    }
}
