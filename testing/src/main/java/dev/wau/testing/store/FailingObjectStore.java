package dev.wau.testing.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A store that dies at one of its changes (commit, create, delete): that one fails and every later one. Nothing else
 * changes the store behind it. Thread-safe.
 */
public final class FailingObjectStore implements ObjectStore {

    /** When the change at which the store dies fails. */
    public enum Moment {
        /** It isn't made. */
        BEFORE,
        /** It is made, but its caller doesn't learn so. */
        AFTER
    }

    private final ObjectStore store;
    private final int deadly;
    private final Moment moment;
    private final AtomicInteger changes = new AtomicInteger();

    /**
     * Dies at the change with this number.
     *
     * @param deadly from 1; 0 for never
     */
    public FailingObjectStore(ObjectStore store, int deadly, Moment moment) {
        this.store = store;
        this.deadly = deadly;
        this.moment = moment;
    }

    /** How many changes were tried. */
    public int changes() {
        return changes.get();
    }

    private interface Change<T> {
        T make() throws IOException;
    }

    private <T> T change(Change<T> change) throws IOException {
        int number = changes.incrementAndGet();
        boolean dead = deadly > 0 && number > deadly;
        if (dead || (number == deadly && moment == Moment.BEFORE)) {
            throw failure(number);
        }
        T result = change.make();
        if (number == deadly) {
            throw failure(number);
        }
        return result;
    }

    private static WauException failure(int number) {
        return new WauException(ErrorCode.STORE_FAILED, "Cannot make change " + number + ": the store is dead");
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
    public InputStream read(StoredObject object) {
        return store.read(object);
    }

    @Override
    public boolean createIfAbsent(ObjectKey key, byte[] content) {
        return unchecked(() -> store.createIfAbsent(key, content));
    }

    @Override
    public void delete(ObjectKey key) {
        unchecked(() -> {
            store.delete(key);
            return true;
        });
    }

    @Override
    public Hold hold(String name) {
        return store.hold(name);
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
                return change(write::commit);
            }

            @Override
            public void close() throws IOException {
                write.close();
            }
        };
    }

    private <T> T unchecked(Change<T> change) {
        try {
            return change(change);
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot make a change: " + e.getMessage(), e);
        }
    }
}
