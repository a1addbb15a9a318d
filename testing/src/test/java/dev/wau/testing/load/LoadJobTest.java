package dev.wau.testing.load;

import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.MemoryWarehouse;

class LoadJobTest extends LoadSuites {

    @Override
    protected Warehouse newWarehouse() {
        return new MemoryWarehouse();
    }
}
