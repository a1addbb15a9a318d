package dev.wau.spark.engine;

import dev.wau.csv.FileRange;
import dev.wau.load.FileToLoad;
import dev.wau.load.FileVersion;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as a task gets it: about 250 bytes of the driver's memory, most of them its key and checksum.
 *
 * @param id the number its rows carry
 * @param customer whose
 * @param key where it stands in the central bucket
 * @param sha256 of its bytes
 * @param version the store's mark of the version to read
 * @param bytes its size
 * @param modified in milliseconds since 1970
 * @param layout which one of the plan's, or {@link #NO_LAYOUT}
 * @param range what the task takes of it; null: all
 */
record TaskFile(
        long id,
        String customer,
        String key,
        String sha256,
        String version,
        long bytes,
        long modified,
        int layout,
        @Nullable FileRange range)
        implements Serializable {

    /** Of a file whose header isn't known yet. */
    static final int NO_LAYOUT = -1;

    static TaskFile of(FileToLoad file, int layout) {
        StoredObject object = file.object();
        return new TaskFile(
                file.id().value(),
                file.version().customer().name(),
                object.key().path(),
                file.version().sha256().hex(),
                object.version(),
                object.bytes(),
                object.modified().toEpochMilli(),
                layout,
                null);
    }

    /** A range of the same file. */
    TaskFile of(FileRange part) {
        return new TaskFile(id, customer, key, sha256, version, bytes, modified, layout, part);
    }

    /** How many bytes the task reads. */
    long bytesToRead() {
        return range == null ? bytes : range.bytes();
    }

    StoredObject object() {
        return new StoredObject(new ObjectKey(key), bytes, Instant.ofEpochMilli(modified), version);
    }

    FileToLoad toLoad(ObjectStore.Reading reading, TaskRules rules) {
        Customer owner = new Customer(customer);
        FileVersion known = new FileVersion(owner, new ObjectKey(key), new Sha256(sha256), version, bytes, null);
        return new FileToLoad(new FileId(id), known, object(), rules.of(owner), reading, null, null, 0, List.of());
    }
}
