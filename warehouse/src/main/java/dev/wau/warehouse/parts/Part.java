package dev.wau.warehouse.parts;

import dev.wau.model.ObjectKey;
import java.io.Serializable;

/**
 * One Parquet file of a run's staging area.
 *
 * @param path its key in the central bucket
 * @param bytes its size: a warehouse asks for it
 * @param rows how many it has
 */
public record Part(String path, long bytes, long rows) implements Serializable {

    /** Where it stands. */
    public ObjectKey key() {
        return new ObjectKey(path);
    }
}
