package dev.wau.warehouse.postgresql;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.PartsDamageContract;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.ByHand;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;

final class PostgresDamageIT extends PartsDamageContract {

    private final String url = TestingPostgres.newSchema();

    @Override
    protected Warehouse open() {
        return Warehouses.open(url, Access.READ_WRITE);
    }

    @Override
    protected void damage(String sql) {
        ByHand.execute(url, sql);
    }
}
