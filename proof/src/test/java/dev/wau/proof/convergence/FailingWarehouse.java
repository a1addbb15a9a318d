package dev.wau.proof.convergence;

import dev.wau.analyse.ActivityStore;
import dev.wau.load.CommitOutcome;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.RowSink;
import dev.wau.load.Warehouse;
import dev.wau.model.RunId;

/** A warehouse whose transactions meet a fault. For one run. */
final class FailingWarehouse implements Warehouse {

    /** The process died: nobody catches that. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Died(String where) {
            super("died " + where);
        }
    }

    private final Warehouse warehouse;
    private final Fault fault;
    private volatile boolean struck;
    private volatile boolean committed;

    FailingWarehouse(Warehouse warehouse, Fault fault) {
        this.warehouse = warehouse;
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
        return new FailingTransaction(warehouse.begin(run), fault, this);
    }

    @Override
    public CommitOutcome outcome(RunId run) {
        return warehouse.outcome(run);
    }

    @Override
    public LoadHistory history() {
        return warehouse.history();
    }

    @Override
    public ActivityStore activity() {
        return warehouse.activity();
    }

    @Override
    public boolean query(String sql, int limit, RowSink sink) {
        return warehouse.query(sql, limit, sink);
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
