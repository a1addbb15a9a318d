package dev.wau.warehouse.redshift;

import dev.wau.testing.warehouse.RowIdentityContract;
import dev.wau.testing.warehouse.TestedWarehouse;
import org.junit.jupiter.api.Tag;

/** With {@code -Pproof}: each case takes a second through the stand-in. */
@Tag("long")
final class RedshiftRowIdentityIT extends RowIdentityContract {

    @Override
    protected TestedWarehouse tested() {
        return TestingRedshift::create;
    }
}
