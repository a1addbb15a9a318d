package dev.wau.csv;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.Serializable;

/**
 * A range of a file's records that is read for itself ({@link AuditLogReader#range}).
 *
 * @param from offset of its first record's first byte in the file as it is stored
 * @param to offset of the first byte behind it: where the next range starts, or the file's end
 * @param line of its first byte, from 1
 * @param nextLine of the next range's first byte, or {@link #LAST}
 */
public record FileRange(long from, long to, long line, long nextLine) implements Serializable {

    /** The range ends with the file, on whatever line. */
    public static final long LAST = Part.ANY_LINE;

    public FileRange {
        if (from < 0 || to <= from) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid range: bytes " + from + " to " + to + " (it starts at 0 or later and ends behind its"
                            + " start)");
        }
    }

    /** Its length in bytes. */
    public long bytes() {
        return to - from;
    }
}
