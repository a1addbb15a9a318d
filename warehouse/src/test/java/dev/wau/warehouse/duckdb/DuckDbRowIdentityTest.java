package dev.wau.warehouse.duckdb;

import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.RowIdentityContract;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbRowIdentityTest extends RowIdentityContract {

    @TempDir
    Path folder;

    private int created;

    @Override
    protected Warehouse create() {
        return Warehouses.open("jdbc:duckdb:" + folder.resolve("wau" + created++ + ".duckdb"), Access.READ_WRITE);
    }
}
