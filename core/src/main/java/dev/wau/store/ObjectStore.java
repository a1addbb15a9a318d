package dev.wau.store;

import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bucket, or a folder that serves as one. Thread-safe. A write is atomic: readers see the old object, or the new one,
 * or none, never a part. Nothing is retried here that the store's own client doesn't retry.
 *
 * <p>Errors: {@link WauException} with {@code STORE_FAILED} (the message names the object and the store's own word),
 * {@code NOT_FOUND}, {@code OBJECT_CHANGED}.
 */
public interface ObjectStore {

    /** Where this store is, for messages and for URIs of its objects. */
    URI location();

    /**
     * The objects whose keys start with the prefix, in the order of their keys (by UTF-16 code unit). Streams: millions of keys need
     * not fit into memory. Half-written objects and the store's own temporary files are never listed. Close the stream.
     *
     * @param prefix such as {@code csv/acme/}; empty for all
     */
    Stream<StoredObject> list(String prefix);

    /** The object's current version, or empty. */
    Optional<StoredObject> find(ObjectKey key);

    /**
     * The current versions of many objects; what isn't there is left out. Where each look waits for a network, several
     * are under way at a time.
     */
    default Map<ObjectKey, StoredObject> findAll(Collection<ObjectKey> keys) {
        Map<ObjectKey, StoredObject> found = new HashMap<>();
        keys.forEach(key -> find(key).ifPresent(object -> found.put(key, object)));
        return found;
    }

    /**
     * Reads exactly this version. Reading the stream may fail with an IOException, or as this call does: a store that
     * fetches the bytes as they are read may find the version gone.
     *
     * @throws WauException OBJECT_CHANGED when the store now holds another version and this one is gone; NOT_FOUND when
     *     nothing is there
     */
    default InputStream read(StoredObject object) {
        return read(object, 0);
    }

    /**
     * Reads exactly this version from one of its bytes on, with the same promises; what stands before isn't fetched. Who
     * wants less than the rest closes the stream.
     *
     * @param from the offset of the first byte, in bytes; the object's size gives an empty stream
     * @throws WauException OBJECT_CHANGED, NOT_FOUND; INVALID_ARGUMENT: the object has no such byte
     */
    InputStream read(StoredObject object, long from);

    /**
     * Reads many objects that will be asked for in about this order, each any number of times. Where each opening waits
     * for a network, the next ones are fetched meanwhile, a bounded number of bytes.
     */
    default Reading readInOrder(List<StoredObject> objects) {
        return this::read;
    }

    /** Begins to write an object; it appears when the write is committed, and only then. */
    Write write(ObjectKey key);

    /**
     * Writes a small object only if none is there: of many writers of one key, exactly one gets {@code true}.
     *
     * @return whether this call wrote it
     */
    boolean createIfAbsent(ObjectKey key, byte[] content);

    /** Removes the object; nothing happens if it isn't there. */
    void delete(ObjectKey key);

    /**
     * Takes the only hold of this name on the store, for work that must not run twice at once. It ends when it is
     * closed, or with its process.
     *
     * @param name of the work, one word: {@code aggregate}
     * @throws WauException BUSY when another has it; the message names who
     */
    Hold hold(String name);

    /** Reads objects of the store. Thread-safe. */
    @FunctionalInterface
    interface Reading extends AutoCloseable {

        /** As {@link ObjectStore#read}. */
        InputStream read(StoredObject object);

        /** Fetches nothing more; streams that were opened stay open. */
        @Override
        default void close() {}
    }

    /** A hold on the store. Thread-safe. */
    interface Hold extends AutoCloseable {

        /**
         * Asked before something that two must not do at once: a hold that is kept alive over a network may have been
         * lost to another.
         *
         * @throws WauException BUSY when it was; what is under way then must end
         */
        void confirm();

        @Override
        void close();
    }

    /** An object being written. Closed without {@link #commit}, it leaves no trace. Not thread-safe. */
    abstract class Write extends OutputStream {

        /** Makes the object visible, replacing any before it, and returns its new version. Durable when it returns. */
        public abstract StoredObject commit() throws IOException;

        @Override
        public abstract void close() throws IOException;
    }
}
