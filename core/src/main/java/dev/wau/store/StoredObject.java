package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.time.Instant;

/**
 * One version of an object as a listing shows it.
 *
 * @param key where it stands
 * @param bytes its size
 * @param modified when this version was written, as precisely as the store knows
 * @param version the store's own mark of the content's version: an ETag or version id; the local folder makes one of
 *     size, modification time and inode. Equal marks mean equal content; different marks may.
 */
public record StoredObject(ObjectKey key, long bytes, Instant modified, String version) {

    /**
     * Checks where reading is to begin.
     *
     * @throws WauException INVALID_ARGUMENT: before the first byte, or beyond the end
     */
    public void requireOffset(long from) {
        if (from < 0 || from > bytes) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot read " + key + " from byte " + from + ": it has " + bytes + " bytes (give 0 to " + bytes
                            + ")");
        }
    }
}
