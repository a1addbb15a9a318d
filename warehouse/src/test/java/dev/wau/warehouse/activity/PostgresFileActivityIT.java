package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.activity.FileActivityContract;
import java.sql.SQLException;

class PostgresFileActivityIT extends FileActivityContract {

    private static final TestingActivityTables TABLES = tables();

    private static TestingActivityTables tables() {
        try {
            return TestingActivityTables.inPostgres();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected ActivityStore store(ActivityData data) {
        try {
            TABLES.fill(data);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new JdbcActivityStore(TABLES::open);
    }
}
