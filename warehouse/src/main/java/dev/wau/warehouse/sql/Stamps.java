package dev.wau.warehouse.sql;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Times for the history: never twice the same, never back, whatever the machine's clock does. Thread-safe. */
public final class Stamps {

    private final InstantSource clock;
    private Instant last = Instant.EPOCH;

    public Stamps(InstantSource clock) {
        this.clock = clock;
    }

    /** The next one: now, or a microsecond after the last. */
    public synchronized Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }

    /** All that follow come after this one: another process, with another clock, may have written it. */
    synchronized void after(Instant known) {
        last = known.isAfter(last) ? known : last;
    }
}
