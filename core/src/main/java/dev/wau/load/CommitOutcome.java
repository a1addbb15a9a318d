package dev.wau.load;

/** What became of a transaction. */
public enum CommitOutcome {
    COMMITTED,
    ROLLED_BACK,
    /** The reply was lost: ask {@link Warehouse#outcome} with the run's id before anything is tried again. */
    UNKNOWN
}
