package dev.wau.proof.convergence;

import java.util.Locale;

/**
 * What happens to a load run's transaction.
 *
 * @param call at which the process dies; 0 unless {@link Kind#DIES_AT_CALL}
 */
record Fault(Kind kind, int call) {

    static final Fault NONE = new Fault(Kind.NONE, 0);

    /** When and how. */
    enum Kind {
        NONE,
        /** The process dies as it makes a call. */
        DIES_AT_CALL,
        DIES_BEFORE_COMMIT,
        /** Committed, and nobody heard of it. */
        DIES_AFTER_COMMIT,
        /** Committed, and the reply is lost. */
        REPLY_LOST,
        /** Rolled back, and the reply is lost. */
        COMMIT_LOST
    }

    static Fault of(Kind kind) {
        return new Fault(kind, 0);
    }

    /** For the end of a line. */
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "";
            case DIES_AT_CALL -> ", dies at call " + call;
            default -> ", " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
