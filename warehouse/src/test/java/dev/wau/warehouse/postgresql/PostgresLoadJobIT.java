package dev.wau.warehouse.postgresql;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.LoadSuites;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;

final class PostgresLoadJobIT extends LoadSuites {

    @Override
    protected Warehouse newWarehouse() {
        return Warehouses.open(TestingPostgres.newSchema(), Access.READ_WRITE);
    }
}
