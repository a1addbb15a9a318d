package dev.wau.warehouse.postgresql;

import dev.wau.load.Warehouse;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.WarehouseSuites;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.time.Duration;

final class PostgresWarehouseIT extends WarehouseSuites {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public Warehouse create() {
        return Warehouses.open(TestingPostgres.newSchema(), Access.READ_WRITE, PATIENCE);
    }

    /** Added in a transaction of its own, or readers would wait for the whole run. */
    @Override
    public boolean columnsGoWithTheirRun() {
        return false;
    }
}
