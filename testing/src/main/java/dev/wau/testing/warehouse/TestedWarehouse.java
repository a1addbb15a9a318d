package dev.wau.testing.warehouse;

import dev.wau.load.Warehouse;

/** A kind of warehouse that is held to the contracts, and where it is declared to differ. */
@FunctionalInterface
public interface TestedWarehouse {

    /** A new, empty one. */
    Warehouse create();

    /** What its loads are told beforehand. */
    default Hints hints() {
        return Hints.TRUE;
    }

    /** Whether {@link Warehouse#query} works; if not, it refuses with INVALID_QUERY. */
    default boolean supportsSql() {
        return true;
    }

    /** Whether a column that a run adds goes when the run fails; if not, it stays behind, empty. */
    default boolean columnsGoWithTheirRun() {
        return true;
    }
}
