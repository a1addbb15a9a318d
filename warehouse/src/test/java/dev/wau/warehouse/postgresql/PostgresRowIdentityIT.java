package dev.wau.warehouse.postgresql;

import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.RowIdentityContract;
import dev.wau.testing.warehouse.TestedWarehouse;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;

final class PostgresRowIdentityIT extends RowIdentityContract {

    @Override
    protected TestedWarehouse tested() {
        return () -> Warehouses.open(TestingPostgres.newSchema(), Access.READ_WRITE);
    }
}
