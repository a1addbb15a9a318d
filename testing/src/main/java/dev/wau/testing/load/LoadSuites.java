package dev.wau.testing.load;

import dev.wau.load.Warehouse;
import org.junit.jupiter.api.Nested;

/** All that is promised of loads into a kind of warehouse: a test of a kind extends this and makes one. */
public abstract class LoadSuites {

    /** A new, empty warehouse. */
    protected abstract Warehouse newWarehouse();

    @Nested
    class Job extends LoadJobContract {

        @Override
        protected Warehouse newWarehouse() {
            return LoadSuites.this.newWarehouse();
        }
    }

    @Nested
    class Copies extends CopyContract {

        @Override
        protected Warehouse newWarehouse() {
            return LoadSuites.this.newWarehouse();
        }
    }

    @Nested
    class Refusals extends RefusalContract {

        @Override
        protected Warehouse newWarehouse() {
            return LoadSuites.this.newWarehouse();
        }
    }

    @Nested
    class Reloads extends ReloadContract {

        @Override
        protected Warehouse newWarehouse() {
            return LoadSuites.this.newWarehouse();
        }
    }

    @Nested
    class Bookmarks extends BookmarkContract {

        @Override
        protected Warehouse newWarehouse() {
            return LoadSuites.this.newWarehouse();
        }
    }

    @Nested
    class Restatements extends RestatementContract {

        @Override
        protected Warehouse newWarehouse() {
            return LoadSuites.this.newWarehouse();
        }
    }

    @Nested
    class RestatementsByLeaving extends RestatementLeaveContract {

        @Override
        protected Warehouse newWarehouse() {
            return LoadSuites.this.newWarehouse();
        }
    }

    @Nested
    class RestatementsInTheHistory extends RestatementHistoryContract {

        @Override
        protected Warehouse newWarehouse() {
            return LoadSuites.this.newWarehouse();
        }
    }
}
