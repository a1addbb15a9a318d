package dev.wau.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.testing.warehouse.WarehouseSuites;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbWarehouseTest extends WarehouseSuites {

    @TempDir
    Path folder;

    private int created;

    @Override
    public Warehouse create() {
        return Warehouses.open("jdbc:duckdb:" + folder.resolve("wau" + created++ + ".duckdb"), Access.READ_WRITE);
    }

    /** DuckDB mixes large ordered results up when insertion order is off. */
    @Test
    void theRowsOfABigFileComeByLine() {
        try (Warehouse warehouse = create()) {
            TestingLoads loads = new TestingLoads(warehouse);
            loads.load("acme/a.csv", "timestamp,event,extra\n" + "2025-01-06 08:00:00,login,x\n".repeat(200_000));
            assertThat(loads.table()).hasSize(200_000);
        }
    }
}
