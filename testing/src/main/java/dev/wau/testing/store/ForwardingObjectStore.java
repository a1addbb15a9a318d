package dev.wau.testing.store;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** A store on another, of which a test changes what it is about. Thread-safe as that one is. */
public abstract class ForwardingObjectStore implements ObjectStore {

    private final ObjectStore store;

    /** On this one. */
    protected ForwardingObjectStore(ObjectStore store) {
        this.store = store;
    }

    /** How a write becomes visible. */
    @FunctionalInterface
    protected interface Commit {
        StoredObject make() throws IOException;
    }

    /** The same write with another commit. */
    protected static Write committing(Write write, Commit commit) {
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
                return commit.make();
            }

            @Override
            public void close() throws IOException {
                write.close();
            }
        };
    }

    @Override
    public URI location() {
        return store.location();
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return store.find(key);
    }

    @Override
    public InputStream read(StoredObject object, long from) {
        return store.read(object, from);
    }

    @Override
    public Write write(ObjectKey key) {
        return store.write(key);
    }

    @Override
    public boolean createIfAbsent(ObjectKey key, byte[] content) {
        return store.createIfAbsent(key, content);
    }

    @Override
    public void delete(ObjectKey key) {
        store.delete(key);
    }

    @Override
    public Hold hold(String name) {
        return store.hold(name);
    }
}
