package dev.wau.warehouse.redshift;

import dev.wau.testing.warehouse.ColumnsContract;
import dev.wau.testing.warehouse.TestedWarehouse;
import org.junit.jupiter.api.Tag;

/** With {@code -Pproof}: each case takes a second through the stand-in. */
@Tag("long")
final class RedshiftColumnsIT extends ColumnsContract {

    @Override
    protected TestedWarehouse tested() {
        return TestingRedshift::create;
    }
}
