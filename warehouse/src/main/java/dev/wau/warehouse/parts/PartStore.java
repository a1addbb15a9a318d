package dev.wau.warehouse.parts;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where parts are put: under a prefix of the central bucket. Thread-safe.
 *
 * @param prefix ends in a slash
 */
public record PartStore(ObjectStore central, String prefix) {

    /**
     * Stores a file as a part.
     *
     * @param name of its object; whoever writes the same name again replaces it
     */
    public Part store(Path file, String name, long rows) {
        String path = prefix + name;
        try (ObjectStore.Write write = central.write(new ObjectKey(path))) {
            Files.copy(file, write);
            return new Part(path, write.commit().bytes(), rows);
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
