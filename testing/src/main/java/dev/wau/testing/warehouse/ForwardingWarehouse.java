package dev.wau.testing.warehouse;

import dev.wau.analyse.ActivityStore;
import dev.wau.load.CommitOutcome;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.RowSink;
import dev.wau.load.TableShape;
import dev.wau.load.Warehouse;
import dev.wau.model.RunId;

/** Another warehouse, but for what a test overrides. As thread-safe as that one. */
public abstract class ForwardingWarehouse implements Warehouse {

    private final Warehouse warehouse;

    protected ForwardingWarehouse(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public LoadTransaction begin(LoadRun run) {
        return warehouse.begin(run);
    }

    @Override
    public CommitOutcome outcome(RunId run) {
        return warehouse.outcome(run);
    }

    @Override
    public TableShape shape() {
        return warehouse.shape();
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
