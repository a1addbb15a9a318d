package dev.wau.testing.activity;

import dev.wau.analyse.ActivityStore;

class MemoryActivityStoreTest extends ActivityStoreContract {

    @Override
    protected ActivityStore store(ActivityData data) {
        return new MemoryActivityStore(() -> data);
    }
}
