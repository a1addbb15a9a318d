package dev.wau.proof.convergence;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What the histories of one kind of warehouse amounted to. Thread-safe. */
final class Tally {

    private final AtomicLong histories = new AtomicLong();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong crashes = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();

    void history() {
        histories.incrementAndGet();
    }

    /** A load run began. */
    void run() {
        runs.incrementAndGet();
    }

    /** A process died, or a reply was lost. */
    void crash() {
        crashes.incrementAndGet();
    }

    /** So many rows of the table were compared. */
    void rows(long compared) {
        rows.addAndGet(compared);
    }

    long histories() {
        return histories.get();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d histories, %,d load runs, %,d crashes, %,d rows compared, 0 differences",
                histories.get(),
                runs.get(),
                crashes.get(),
                rows.get());
    }
}
