package dev.wau.testing.warehouse;

import dev.wau.load.Warehouse;

final class MemoryWarehouseColumnsTest extends ColumnsContract {

    @Override
    protected Warehouse create() {
        return new MemoryWarehouse();
    }
}
