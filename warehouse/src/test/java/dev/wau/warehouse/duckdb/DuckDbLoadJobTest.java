package dev.wau.warehouse.duckdb;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.LoadSuites;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DuckDbLoadJobTest extends LoadSuites {

    @TempDir
    private Path folder;

    private int warehouses;

    @Override
    protected Warehouse newWarehouse() {
        return Warehouses.open("jdbc:duckdb:" + folder.resolve("w" + warehouses++ + ".duckdb"), Access.READ_WRITE);
    }
}
