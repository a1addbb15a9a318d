package dev.wau.testing.warehouse;

final class MemoryWarehouseColumnsTest extends ColumnsContract {

    @Override
    protected TestedWarehouse tested() {
        return MemoryWarehouse::new;
    }
}
