package dev.wau.warehouse.postgresql;

import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.ColumnsContract;
import dev.wau.testing.warehouse.TestedWarehouse;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;

final class PostgresColumnsIT extends ColumnsContract {

    @Override
    protected TestedWarehouse tested() {
        return () -> Warehouses.open(TestingPostgres.newSchema(), Access.READ_WRITE);
    }
}
