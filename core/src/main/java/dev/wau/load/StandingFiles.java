package dev.wau.load;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files of the history as they stand in the central bucket now, looked for and fetched several at a time where that waits
 * for a network. For one thread.
 */
final class StandingFiles implements AutoCloseable {

    private final ObjectStore central;
    private final Map<ObjectKey, StoredObject> found;
    private final ObjectStore.Reading reading;

    private StandingFiles(ObjectStore central, Map<ObjectKey, StoredObject> found, ObjectStore.Reading reading) {
        this.central = central;
        this.found = found;
        this.reading = reading;
    }

    /** These files, to be read in about this order. */
    static StandingFiles of(ObjectStore central, List<HistoryFile> files) {
        List<ObjectKey> keys = files.stream().map(file -> file.version().key()).toList();
        Map<ObjectKey, StoredObject> found = central.findAll(keys);
        List<StoredObject> order =
                keys.stream().map(found::get).filter(Objects::nonNull).toList();
        return new StandingFiles(central, found, central.readInOrder(order));
    }

    /** What stands there, or null. */
    @Nullable
    StoredObject find(ObjectKey key) {
        return found.get(key);
    }

    /** Its bytes; where it was replaced since it was found, those of now. */
    InputStream read(StoredObject object) {
        try {
            return reading.read(object);
        } catch (WauException e) {
            if (e.code() != ErrorCode.OBJECT_CHANGED) {
                throw e;
            }
            return central.read(central.find(object.key()).orElseThrow(() -> e));
        }
    }

    @Override
    public void close() {
        reading.close();
    }
}
