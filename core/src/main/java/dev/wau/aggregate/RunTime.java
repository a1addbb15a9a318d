package dev.wau.aggregate;

import java.time.Duration;

/** The time of one run, and what of it is kept for ending in order. Thread-safe. */
final class RunTime {

    /** Kept for giving up what is being written, and for the journal: a tenth of the time, at most so much. */
    private static final Duration LONGEST_RESERVE = Duration.ofSeconds(15);

    private static final int RESERVE_SHARE = 10;

    private final TimeBudget budget;
    private final Duration reserve;

    /** The run begins now. */
    RunTime(TimeBudget budget) {
        this.budget = budget;
        Duration share = budget.left().dividedBy(RESERVE_SHARE);
        this.reserve = share.compareTo(LONGEST_RESERVE) < 0 ? share : LONGEST_RESERVE;
    }

    boolean isLimited() {
        return budget != TimeBudget.UNLIMITED;
    }

    /** Until nothing may be begun or read any more. */
    Duration left() {
        return budget.left().minus(reserve);
    }

    /** Whether nothing may be begun or read any more. */
    boolean isOver() {
        return isLimited() && isOver(left());
    }

    static boolean isOver(Duration left) {
        return left.isNegative() || left.isZero();
    }
}
