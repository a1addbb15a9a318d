package dev.wau.testing.warehouse;

import dev.wau.load.Warehouse;

final class MemoryWarehouseRowIdentityTest extends RowIdentityContract {

    @Override
    protected Warehouse create() {
        return new MemoryWarehouse();
    }
}
