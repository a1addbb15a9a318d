package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.activity.ActivityStoreContract;

final class PostgresRollupActivityStoreIT extends ActivityStoreContract {

    private static final TestingRollup ROLLUP = TestingRollup.inPostgres();

    @Override
    protected ActivityStore store(ActivityData data) {
        return ROLLUP.store(data);
    }
}
