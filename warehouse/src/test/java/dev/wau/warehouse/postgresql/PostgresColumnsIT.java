package dev.wau.warehouse.postgresql;

import dev.wau.load.Warehouse;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.ColumnsContract;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;

final class PostgresColumnsIT extends ColumnsContract {

    @Override
    protected Warehouse create() {
        return Warehouses.open(TestingPostgres.newSchema(), Access.READ_WRITE);
    }
}
