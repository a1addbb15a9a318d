package dev.wau.aggregate;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A store whose user is held up just before each listing and each change. Its holds can be lost: who comes later always gets one, and the
 * earlier holder learns so when it asks. Thread-safe.
 */
final class PausingStore implements ObjectStore {

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
        this.store = store;
        this.before = before;
        this.newest = newest;
    }

    /** The same store, with the same holds, for another user. */
    PausingStore with(Consumer<String> newBefore) {
        return new PausingStore(store, newBefore, newest);
    }

    @Override
    public URI location() {
        return store.location();
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        before.accept(prefix);
        return store.list(prefix);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return store.find(key);
    }

    @Override
    public InputStream read(StoredObject object) {
        return store.read(object);
    }

    @Override
    public boolean createIfAbsent(ObjectKey key, byte[] content) {
        before.accept(key.path());
        return store.createIfAbsent(key, content);
    }

    @Override
    public void delete(ObjectKey key) {
        before.accept(key.path());
        store.delete(key);
    }

    @Override
    public Write write(ObjectKey key) {
        Write write = store.write(key);
        return new Write() {
            @Override
            public void write(int b) throws IOException {
                write.write(b);
            }

            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                write.write(bytes, start, length);
            }

            @Override
            public StoredObject commit() throws IOException {
                before.accept(key.path());
                return write.commit();
            }

            @Override
            public void close() throws IOException {
                write.close();
            }
        };
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
