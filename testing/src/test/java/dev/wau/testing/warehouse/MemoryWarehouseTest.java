package dev.wau.testing.warehouse;

import dev.wau.load.Warehouse;

final class MemoryWarehouseTest extends WarehouseSuites {

    @Override
    protected Warehouse create() {
        return new MemoryWarehouse();
    }

    @Override
    protected boolean supportsSql() {
        return false;
    }
}
