package dev.wau.warehouse.postgresql;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.RestatementContract;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;

final class PostgresRestatementIT extends RestatementContract {

    @Override
    protected Warehouse newWarehouse() {
        return Warehouses.open(TestingPostgres.newSchema(), Access.READ_WRITE);
    }
}
