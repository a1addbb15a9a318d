package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Looks for many objects, several at a time: for stores where each look waits for a network. */
public final class Lookups {

    private static final int AT_A_TIME = 32;

    private Lookups() {}

    /** What {@link ObjectStore#findAll} gives, through {@link ObjectStore#find}; the first error is thrown. */
    public static Map<ObjectKey, StoredObject> findAll(ObjectStore store, Collection<ObjectKey> keys) {
        ExecutorService threads = Workers.daemons(Math.min(AT_A_TIME, Math.max(1, keys.size())), "wau-look-up");
        try {
            List<Callable<Optional<StoredObject>>> looks = new ArrayList<>();
            keys.forEach(key -> looks.add(() -> store.find(key)));
            Map<ObjectKey, StoredObject> found = new HashMap<>();
            for (Future<Optional<StoredObject>> look : threads.invokeAll(looks)) {
                look.get().ifPresent(object -> found.put(object.key(), object));
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot look for objects: interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WauException failed) {
                throw failed;
            }
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot look for objects: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
