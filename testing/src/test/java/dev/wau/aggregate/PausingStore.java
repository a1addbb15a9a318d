package dev.wau.aggregate;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.testing.store.ForwardingObjectStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A store whose user is held up just before each listing and each change. Its holds can be lost: who comes later always gets one, and the
 * earlier holder learns so when it asks. Thread-safe.
 */
final class PausingStore extends ForwardingObjectStore {

    private final ObjectStore store;
    private final Consumer<String> before;

    /** A hold's newest holder. */
    private final Map<String, Object> newest;

    /**
     * A store on another.
     *
     * @param before is told the object that is about to be written or removed, or the prefix of what is to be listed
     */
    PausingStore(ObjectStore store, Consumer<String> before) {
        this(store, before, new ConcurrentHashMap<>());
    }

    private PausingStore(ObjectStore store, Consumer<String> before, Map<String, Object> newest) {
        super(store);
        this.store = store;
        this.before = before;
        this.newest = newest;
    }

    /** The same store, with the same holds, for another user. */
    PausingStore with(Consumer<String> newBefore) {
        return new PausingStore(store, newBefore, newest);
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        before.accept(prefix);
        return super.list(prefix);
    }

    @Override
    public boolean createIfAbsent(ObjectKey key, byte[] content) {
        before.accept(key.path());
        return super.createIfAbsent(key, content);
    }

    @Override
    public void delete(ObjectKey key) {
        before.accept(key.path());
        super.delete(key);
    }

    @Override
    public Write write(ObjectKey key) {
        Write write = super.write(key);
        return committing(write, () -> {
            before.accept(key.path());
            return write.commit();
        });
    }

    @Override
    public Hold hold(String name) {
        Object holder = new Object();
        newest.put(name, holder);
        return new Hold() {
            @Override
            public void confirm() {
                if (newest.get(name) != holder) {
                    throw new WauException(ErrorCode.BUSY, "Cannot go on to " + name + ": another has the hold");
                }
            }

            @Override
            public void close() {
                newest.remove(name, holder);
            }
        };
    }
}
