package dev.wau.warehouse.redshift;

import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.WarehouseSuites;

final class RedshiftWarehouseIT extends WarehouseSuites {

    @Override
    public Warehouse create() {
        return TestingRedshift.create();
    }

    /** Added in a transaction of its own, or readers would wait for the whole run. */
    @Override
    public boolean columnsGoWithTheirRun() {
        return false;
    }
}
