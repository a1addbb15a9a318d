package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.activity.FileActivityContract;

class PostgresFileActivityIT extends FileActivityContract {

    private static final TestingActivityTables TABLES = TestingActivityTables.inPostgres();

    @Override
    protected ActivityStore store(ActivityData data) {
        return TABLES.store(data);
    }
}
