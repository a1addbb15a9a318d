package dev.wau.csv;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.Serializable;

/**
 * The bounds that keep memory bounded whatever a file holds. Each has its reject or refusal.
 *
 * @param maxFieldBytes a cell's bytes (UTF-8, unescaped); longer: reject {@code field-too-long}
 * @param maxRecordBytes a record's bytes; longer: reject {@code field-too-long}
 * @param maxColumns of a header; more: refusal {@code too-many-columns}
 * @param maxInflatedBytes of a compressed file; more: refusal {@code inflates-past-bound}
 * @param maxInflationRatio inflated to compressed bytes, asked from 1 MiB inflated on; more: refusal {@code
 *     inflates-past-bound}
 * @param maxRawRejectBytes how much of a reject's text is kept; 0: none of it, in no message either
 */
public record Limits(
        int maxFieldBytes,
        int maxRecordBytes,
        int maxColumns,
        long maxInflatedBytes,
        int maxInflationRatio,
        int maxRawRejectBytes)
        implements Serializable {

    /** 1 MiB a cell, 8 MiB a record, 1,000 columns, 64 GiB inflated, ratio 1,000, 1,000 bytes of a reject. */
    public static final Limits DEFAULT = new Limits(1 << 20, 8 << 20, 1_000, 64L << 30, 1_000, 1_000);

    /** What one buffer may hold. */
    private static final int LARGEST = 1 << 30;

    public Limits {
        require("max-field-bytes", maxFieldBytes, 1, LARGEST);
        require("max-record-bytes", maxRecordBytes, 1, LARGEST);
        require("max-header-columns", maxColumns, 1, 1 << 20);
        require("max-inflated-bytes", maxInflatedBytes, 1, Long.MAX_VALUE);
        require("max-inflation-ratio", maxInflationRatio, 1, Integer.MAX_VALUE);
        require("max-raw-reject-bytes", maxRawRejectBytes, 0, 1 << 20);
    }

    /** The same, with fields of so many bytes at the most. */
    public Limits withFieldsOf(int mostBytes) {
        return new Limits(
                Math.min(maxFieldBytes, mostBytes),
                maxRecordBytes,
                maxColumns,
                maxInflatedBytes,
                maxInflationRatio,
                maxRawRejectBytes);
    }

    private static void require(String name, long value, long least, long largest) {
        if (value < least || value > largest) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid " + name + ": " + value + " (" + least + " to " + largest + ")");
        }
    }
}
