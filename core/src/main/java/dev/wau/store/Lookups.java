package dev.wau.store;

import dev.wau.model.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Looks for many objects, several at a time: for stores where each look waits for a network. */
public final class Lookups {

    private static final int AT_A_TIME = 32;

    private Lookups() {}

    /** What {@link ObjectStore#findAll} gives, through {@link ObjectStore#find}; the first error is thrown. */
    public static Map<ObjectKey, StoredObject> findAll(ObjectStore store, Collection<ObjectKey> keys) {
        ExecutorService threads = WaitingThreads.daemons(Math.min(AT_A_TIME, Math.max(1, keys.size())), "wau-look-up");
        try {
            List<Future<Optional<StoredObject>>> looks = new ArrayList<>();
            keys.forEach(key -> looks.add(threads.submit(() -> store.find(key))));
            Map<ObjectKey, StoredObject> found = new HashMap<>();
            for (Future<Optional<StoredObject>> look : looks) {
                WaitingThreads.await(look, "look for objects").ifPresent(object -> found.put(object.key(), object));
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }
}
