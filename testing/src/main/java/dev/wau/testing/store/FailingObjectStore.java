package dev.wau.testing.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store that dies at one of its changes (commit, create, delete): that one fails and every later one. Nothing else
 * changes the store behind it. Thread-safe.
 */
public final class FailingObjectStore extends ForwardingObjectStore {

    /** When the change at which the store dies fails. */
    public enum Moment {
        /** It isn't made. */
        BEFORE,
        /** It is made, but its caller doesn't learn so. */
        AFTER
    }

    private final int deadly;
    private final Moment moment;
    private final AtomicInteger changes = new AtomicInteger();

    /**
     * Dies at the change with this number.
     *
     * @param deadly from 1; 0 for never
     */
    public FailingObjectStore(ObjectStore store, int deadly, Moment moment) {
        super(store);
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
    public boolean createIfAbsent(ObjectKey key, byte[] content) {
        return unchecked(() -> super.createIfAbsent(key, content));
    }

    @Override
    public void delete(ObjectKey key) {
        unchecked(() -> {
            super.delete(key);
            return true;
        });
    }

    @Override
    public Write write(ObjectKey key) {
        Write write = super.write(key);
        return committing(write, () -> change(write::commit));
    }

    private <T> T unchecked(Change<T> change) {
        try {
            return change(change);
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot make a change: " + e.getMessage(), e);
        }
    }
}
