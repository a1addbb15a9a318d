package dev.wau.proof.convergence;

import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.ForwardingWarehouse;

/** A warehouse whose transactions meet a fault. For one run. */
final class FailingWarehouse extends ForwardingWarehouse {

    /** The process died: nobody catches that. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Died(String where) {
            super("died " + where);
        }
    }

    private final Fault fault;
    private volatile boolean struck;
    private volatile boolean committed;

    FailingWarehouse(Warehouse warehouse, Fault fault) {
        super(warehouse);
        this.fault = fault;
    }

    /** Whether the fault came about. */
    boolean struck() {
        return struck;
    }

    /** Whether the run is in the warehouse, heard of or not. */
    boolean committed() {
        return committed;
    }

    void strike() {
        struck = true;
    }

    void commit() {
        committed = true;
    }

    @Override
    public LoadTransaction begin(LoadRun run) {
        return new FailingTransaction(super.begin(run), fault, this);
    }
}
