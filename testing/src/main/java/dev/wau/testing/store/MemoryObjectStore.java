package dev.wau.testing.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bucket in memory. Thread-safe. */
public final class MemoryObjectStore implements ObjectStore {

    private static final class Entry {
        private final StoredObject object;
        private final byte[] content;

        Entry(StoredObject object, byte[] content) {
            this.object = object;
            this.content = content;
        }

        StoredObject object() {
            return object;
        }

        byte[] content() {
            return content;
        }
    }

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final Set<String> held = new HashSet<>();
    private final @Nullable InstantSource clock;
    private long writes;

    /** A bucket whose objects are written a second apart. */
    public MemoryObjectStore() {
        this.clock = null;
    }

    /** A bucket whose objects are written when this clock says. */
    public MemoryObjectStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public URI location() {
        return URI.create("memory:/");
    }

    @Override
    public synchronized Stream<StoredObject> list(String prefix) {
        return List.copyOf(entries.tailMap(prefix).values()).stream()
                .map(Entry::object)
                .takeWhile(object -> object.key().path().startsWith(prefix));
    }

    @Override
    public synchronized Optional<StoredObject> find(ObjectKey key) {
        return Optional.ofNullable(entries.get(key.path())).map(Entry::object);
    }

    @Override
    public synchronized InputStream read(StoredObject object, long from) {
        object.requireOffset(from);
        Entry entry = entries.get(object.key().path());
        if (entry == null) {
            throw new WauException(ErrorCode.NOT_FOUND, "Cannot read " + object.key() + ": no such object");
        }
        if (!entry.object().version().equals(object.version())) {
            throw new WauException(ErrorCode.OBJECT_CHANGED, "Cannot read " + object.key() + ": it was changed");
        }
        int start = Math.toIntExact(from);
        return new ByteArrayInputStream(entry.content(), start, entry.content().length - start);
    }

    @Override
    public Write write(ObjectKey key) {
        return new MemoryWrite(key);
    }

    @Override
    public synchronized boolean createIfAbsent(ObjectKey key, byte[] content) {
        if (entries.containsKey(key.path())) {
            return false;
        }
        put(key, content.clone());
        return true;
    }

    @Override
    public synchronized void delete(ObjectKey key) {
        entries.remove(key.path());
    }

    @Override
    public synchronized Hold hold(String name) {
        if (!held.add(name)) {
            throw new WauException(ErrorCode.BUSY, "Cannot " + name + " in " + location() + ": this process does it");
        }
        return new Hold() {
            @Override
            public void confirm() {
                requireHeld(name);
            }

            @Override
            public void close() {
                release(name);
            }
        };
    }

    private synchronized void requireHeld(String name) {
        if (!held.contains(name)) {
            throw new IllegalStateException("The hold was given up");
        }
    }

    private synchronized void release(String name) {
        held.remove(name);
    }

    private synchronized StoredObject put(ObjectKey key, byte[] content) {
        writes++;
        Instant modified = clock == null ? Instant.EPOCH.plusSeconds(writes) : clock.instant();
        StoredObject object = new StoredObject(key, content.length, modified, "v" + writes);
        entries.put(key.path(), new Entry(object, content));
        return object;
    }

    private final class MemoryWrite extends Write {
        private final ObjectKey key;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean over;

        MemoryWrite(ObjectKey key) {
            this.key = key;
        }

        @Override
        public void write(int b) {
            requireOpen();
            bytes.write(b);
        }

        @Override
        public void write(byte[] content, int start, int length) {
            requireOpen();
            bytes.write(content, start, length);
        }

        @Override
        public StoredObject commit() {
            requireOpen();
            over = true;
            return put(key, bytes.toByteArray());
        }

        @Override
        public void close() {
            over = true;
        }

        private void requireOpen() {
            if (over) {
                throw new IllegalStateException("The write of " + key + " is over");
            }
        }
    }
}
