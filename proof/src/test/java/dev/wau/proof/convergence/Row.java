package dev.wau.proof.convergence;

import java.util.Locale;

/** One record of an export: an event of the pool, written well or not. */
record Row(int event, Flaw flaw) {

    /** What is wrong with a record. */
    enum Flaw {
        NONE,
        BAD_TIME,
        NO_TIME,
        NO_EVENT,
        SHORT
    }

    static Row of(int event) {
        return new Row(event, Flaw.NONE);
    }

    @Override
    public String toString() {
        return "e" + event + (flaw == Flaw.NONE ? "" : ":" + flaw.name().toLowerCase(Locale.ROOT));
    }
}
