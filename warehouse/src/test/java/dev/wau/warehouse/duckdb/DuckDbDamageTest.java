package dev.wau.warehouse.duckdb;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.PartsDamageContract;
import dev.wau.testing.warehouse.ByHand;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbDamageTest extends PartsDamageContract {

    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:duckdb:" + folder.resolve("wau.duckdb");
    }

    @Override
    protected Warehouse open() {
        return Warehouses.open(url(), Access.READ_WRITE);
    }

    @Override
    protected void damage(String sql) {
        ByHand.execute(url(), sql);
    }
}
