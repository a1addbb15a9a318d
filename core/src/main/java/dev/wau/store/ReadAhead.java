package dev.wau.store;

import dev.wau.model.ObjectKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Fetches small objects before they are asked for: for stores where each opening waits for a network. Whoever reads the
 * tenth object of the order has the next {@value #AHEAD} fetched meanwhile. Large objects are opened when they are asked
 * for: their bytes take longer than their opening. At most {@value #AHEAD} times {@value #SMALL} bytes are held.
 * Thread-safe.
 */
public final class ReadAhead implements ObjectStore.Reading {

    /** How many objects are fetched at a time. */
    public static final int AHEAD = 32;

    /** Up to so many bytes, an object is fetched as a whole. */
    static final int SMALL = 1 << 20;

    private final ObjectStore store;
    private final List<StoredObject> objects;
    private final Map<ObjectKey, Integer> places = new HashMap<>();
    private final Map<Integer, Future<byte[]>> fetched = new HashMap<>();
    private final ExecutorService threads = WaitingThreads.daemons(AHEAD, "wau-read-ahead");

    /** Objects of a store in the order in which they will be read. */
    public ReadAhead(ObjectStore store, List<StoredObject> objects) {
        this.store = store;
        this.objects = List.copyOf(objects);
        for (int i = 0; i < objects.size(); i++) {
            places.put(objects.get(i).key(), i);
        }
    }

    @Override
    public InputStream read(StoredObject object) {
        Integer place = places.get(object.key());
        Future<byte[]> content = place == null || !objects.get(place).equals(object) ? null : take(place);
        return content == null
                ? store.read(object)
                : new ByteArrayInputStream(WaitingThreads.await(content, "read " + object.key()));
    }

    private synchronized @Nullable Future<byte[]> take(int place) {
        fetched.keySet().removeIf(other -> isFar(other, place));
        int end = Math.min(objects.size(), place + AHEAD);
        for (int i = place; i < end && !threads.isShutdown(); i++) {
            StoredObject object = objects.get(i);
            if (object.bytes() <= SMALL) {
                fetched.computeIfAbsent(i, any -> threads.submit(() -> fetch(object)));
            }
        }
        return fetched.remove(place);
    }

    // Passed over, or the order is begun again: others want the room.
    private boolean isFar(int other, int place) {
        boolean far = other < place - AHEAD || other >= place + AHEAD;
        Future<byte[]> content = fetched.get(other);
        if (far && content != null) {
            content.cancel(false);
        }
        return far;
    }

    private byte[] fetch(StoredObject object) throws IOException {
        try (InputStream bytes = store.read(object)) {
            return bytes.readAllBytes();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
