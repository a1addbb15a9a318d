package dev.wau.testing.warehouse;

import dev.wau.load.Warehouse;
import org.junit.jupiter.api.Nested;

/** All that is promised of a warehouse itself: a test of a kind extends this and makes one. */
public abstract class WarehouseSuites {

    /** A new, empty warehouse. */
    protected abstract Warehouse create();

    /** Whether queries work; if not, they are refused with INVALID_QUERY. */
    protected boolean supportsSql() {
        return true;
    }

    /** Whether a column that a run adds goes when the run fails; if not, it stays behind, empty. */
    protected boolean columnsGoWithTheirRun() {
        return true;
    }

    @Nested
    class Tables extends WarehouseContract {

        @Override
        protected Warehouse create() {
            return WarehouseSuites.this.create();
        }

        @Override
        protected boolean supportsSql() {
            return WarehouseSuites.this.supportsSql();
        }

        @Override
        protected boolean columnsGoWithTheirRun() {
            return WarehouseSuites.this.columnsGoWithTheirRun();
        }
    }

    @Nested
    class Staging extends StagingContract {

        @Override
        protected Warehouse create() {
            return WarehouseSuites.this.create();
        }

        @Override
        protected boolean supportsSql() {
            return WarehouseSuites.this.supportsSql();
        }

        @Override
        protected boolean columnsGoWithTheirRun() {
            return WarehouseSuites.this.columnsGoWithTheirRun();
        }
    }

    @Nested
    class Transactions extends TransactionContract {

        @Override
        protected Warehouse create() {
            return WarehouseSuites.this.create();
        }

        @Override
        protected boolean supportsSql() {
            return WarehouseSuites.this.supportsSql();
        }

        @Override
        protected boolean columnsGoWithTheirRun() {
            return WarehouseSuites.this.columnsGoWithTheirRun();
        }
    }

    @Nested
    class History extends HistoryContract {

        @Override
        protected Warehouse create() {
            return WarehouseSuites.this.create();
        }

        @Override
        protected boolean supportsSql() {
            return WarehouseSuites.this.supportsSql();
        }

        @Override
        protected boolean columnsGoWithTheirRun() {
            return WarehouseSuites.this.columnsGoWithTheirRun();
        }
    }
}
