package dev.wau.testing.warehouse;

import dev.wau.load.Warehouse;

final class MemoryWarehouseTest extends WarehouseSuites {

    @Override
    public Warehouse create() {
        return new MemoryWarehouse();
    }

    @Override
    public boolean supportsSql() {
        return false;
    }
}
