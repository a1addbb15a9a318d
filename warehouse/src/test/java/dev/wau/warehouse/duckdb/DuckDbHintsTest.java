package dev.wau.warehouse.duckdb;

import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.Hints;
import dev.wau.testing.warehouse.RowIdentityContract;
import dev.wau.testing.warehouse.TestedWarehouse;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import org.junit.jupiter.api.Nested;

/** Whether rows go straight, wait, or are set apart: the table is the same. */
final class DuckDbHintsTest {

    private record Told(Hints hints) implements TestedWarehouse {

        @Override
        public Warehouse create() {
            return Warehouses.open("jdbc:duckdb:", Access.READ_WRITE);
        }
    }

    @Nested
    class NothingIsExpected extends RowIdentityContract {

        @Override
        protected TestedWarehouse tested() {
            return new Told(Hints.ABSENT);
        }

        @Override
        protected int histories() {
            return 1;
        }
    }

    @Nested
    class AnotherTimeIsExpected extends RowIdentityContract {

        @Override
        protected TestedWarehouse tested() {
            return new Told(Hints.WRONG);
        }

        @Override
        protected int histories() {
            return 1;
        }
    }
}
