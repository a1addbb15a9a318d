package dev.wau.testing.warehouse;

import org.junit.jupiter.api.Nested;

/** All that is promised of a warehouse itself: a test of a kind extends this and makes one. */
public abstract class WarehouseSuites implements TestedWarehouse {

    @Nested
    class Tables extends WarehouseContract {

        @Override
        protected TestedWarehouse tested() {
            return WarehouseSuites.this;
        }
    }

    @Nested
    class Staging extends StagingContract {

        @Override
        protected TestedWarehouse tested() {
            return WarehouseSuites.this;
        }
    }

    @Nested
    class LargeFiles extends LargeFileContract {

        @Override
        protected TestedWarehouse tested() {
            return WarehouseSuites.this;
        }
    }

    @Nested
    class Transactions extends TransactionContract {

        @Override
        protected TestedWarehouse tested() {
            return WarehouseSuites.this;
        }
    }

    @Nested
    class History extends HistoryContract {

        @Override
        protected TestedWarehouse tested() {
            return WarehouseSuites.this;
        }
    }
}
