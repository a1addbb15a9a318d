package dev.wau.warehouse.redshift;

import dev.wau.testing.warehouse.ColumnsContract;
import dev.wau.testing.warehouse.TestedWarehouse;

final class RedshiftColumnsIT extends ColumnsContract {

    @Override
    protected TestedWarehouse tested() {
        return TestingRedshift::create;
    }
}
