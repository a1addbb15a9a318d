package dev.wau.warehouse.redshift;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.LoadSuites;

final class RedshiftLoadJobIT extends LoadSuites {

    @Override
    protected Warehouse newWarehouse() {
        return TestingRedshift.create();
    }
}
