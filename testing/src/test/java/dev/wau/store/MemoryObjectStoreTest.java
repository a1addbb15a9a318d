package dev.wau.store;

import dev.wau.testing.store.MemoryObjectStore;
import dev.wau.testing.store.ObjectStoreContract;

final class MemoryObjectStoreTest extends ObjectStoreContract {

    private final MemoryObjectStore store = new MemoryObjectStore();

    @Override
    protected ObjectStore store() {
        return store;
    }
}
