package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.activity.ActivityStoreContract;

class JdbcActivityStoreTest extends ActivityStoreContract {

    private static final TestingActivityTables TABLES = TestingActivityTables.inDuckDb();

    @Override
    protected ActivityStore store(ActivityData data) {
        return TABLES.store(data);
    }
}
