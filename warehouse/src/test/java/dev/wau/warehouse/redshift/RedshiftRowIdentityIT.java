package dev.wau.warehouse.redshift;

import dev.wau.testing.warehouse.RowIdentityContract;
import dev.wau.testing.warehouse.TestedWarehouse;

final class RedshiftRowIdentityIT extends RowIdentityContract {

    @Override
    protected TestedWarehouse tested() {
        return TestingRedshift::create;
    }
}
