package dev.wau.warehouse.redshift;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.LoadSuites;
import org.junit.jupiter.api.Tag;

/** With {@code -Pproof}: each case takes a second through the stand-in. */
@Tag("long")
final class RedshiftLoadJobIT extends LoadSuites {

    @Override
    protected Warehouse newWarehouse() {
        return TestingRedshift.create();
    }
}
