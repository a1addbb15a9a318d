package dev.wau.testing.store;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A store whose answers take a while, as over a network, and which counts who waits for them. Thread-safe. */
public final class SlowObjectStore extends ForwardingObjectStore {

    private static final int MILLISECONDS = 5;

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    /** A store that was fast. */
    public SlowObjectStore(ObjectStore store) {
        super(store);
    }

    /** How many waited at the same time at most. */
    public int most() {
        return most.get();
    }

    /** How many objects were opened. */
    public int reads() {
        return reads.get();
    }

    /** How many are open now. */
    public int open() {
        return open.get();
    }

    private void answer() {
        most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        answer();
        return super.list(prefix);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        answer();
        return super.find(key);
    }

    @Override
    public InputStream read(StoredObject object, long from) {
        answer();
        InputStream bytes = super.read(object, from);
        reads.incrementAndGet();
        open.incrementAndGet();
        return new FilterInputStream(bytes) {
            @Override
            public void close() throws IOException {
                super.close();
                open.decrementAndGet();
            }
        };
    }

    @Override
    public Write write(ObjectKey key) {
        answer();
        return super.write(key);
    }

    @Override
    public boolean createIfAbsent(ObjectKey key, byte[] content) {
        answer();
        return super.createIfAbsent(key, content);
    }

    @Override
    public void delete(ObjectKey key) {
        answer();
        super.delete(key);
    }
}
