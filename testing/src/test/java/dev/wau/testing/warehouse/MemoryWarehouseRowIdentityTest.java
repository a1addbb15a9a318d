package dev.wau.testing.warehouse;

final class MemoryWarehouseRowIdentityTest extends RowIdentityContract {

    @Override
    protected TestedWarehouse tested() {
        return MemoryWarehouse::new;
    }
}
