package dev.wau.warehouse.duckdb;

import dev.wau.testing.warehouse.ColumnsContract;
import dev.wau.testing.warehouse.TestedWarehouse;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;

final class DuckDbColumnsTest extends ColumnsContract {

    @Override
    protected TestedWarehouse tested() {
        return () -> Warehouses.open("jdbc:duckdb:", Access.READ_WRITE);
    }
}
