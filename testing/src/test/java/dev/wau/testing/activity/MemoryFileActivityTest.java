package dev.wau.testing.activity;

import dev.wau.analyse.ActivityStore;

class MemoryFileActivityTest extends FileActivityContract {

    @Override
    protected ActivityStore store(ActivityData data) {
        return new MemoryActivityStore(() -> data);
    }
}
