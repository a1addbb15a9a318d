package dev.wau.testing.load;

import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.ForwardingWarehouse;

/** Another run was faster: it begins and ends between a run's start and its transaction. */
final class OvertakenWarehouse extends ForwardingWarehouse {

    private final Runnable other;

    /**
     * @param warehouse that of both
     * @param other the other run
     */
    OvertakenWarehouse(Warehouse warehouse, Runnable other) {
        super(warehouse);
        this.other = other;
    }

    @Override
    public LoadTransaction begin(LoadRun run) {
        other.run();
        return super.begin(run);
    }
}
