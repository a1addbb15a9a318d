package dev.wau.testing.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.load.CommitOutcome;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.RowSink;
import dev.wau.load.Warehouse;
import dev.wau.model.RunId;

/**
 * Another run was faster: it begins and ends between a run's start and its transaction.
 *
 * @param warehouse that of both
 * @param other the other run
 */
record OvertakenWarehouse(Warehouse warehouse, Runnable other) implements Warehouse {

    @Override
    public LoadTransaction begin(LoadRun run) {
        other.run();
        return warehouse.begin(run);
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
