package dev.wau.csv;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Map;

/**
 * What a look at some bytes of a file tells about its records, whatever stands before: the bytes may begin anywhere, in a
 * quoted cell, between CR and LF, inside a character. The scans of all bytes together tell where records start ({@link
 * FileRanges}), so machines can share the looking. The file's bytes are text in {@link Dialect#STANDARD}
 * ({@link AuditLogReader#recordsFrom}).
 *
 * @param from offset of the first byte
 * @param to offset behind the last
 * @param lineEnds in these bytes; LF, CRLF and CR each end a line
 * @param startsWithLineFeed the second half of a line end, if the byte before is a CR
 * @param endsWithReturn the last byte is a CR
 * @param passages the ways through the bytes, by the state in which they may begin
 */
public record RangeScan(
        long from,
        long to,
        long lineEnds,
        boolean startsWithLineFeed,
        boolean endsWithReturn,
        Map<CellState, Passage> passages)
        implements Serializable {

    /**
     * A way through the bytes from one state.
     *
     * @param end the state behind the bytes
     * @param record offset of the first byte of the first record that starts here, or {@link #NONE}
     * @param lineEnds in the bytes before that record
     */
    public record Passage(CellState end, long record, long lineEnds) implements Serializable {

        /** No record starts here. */
        public static final long NONE = -1;
    }

    public RangeScan {
        requireBytes(from, to);
        passages = Map.copyOf(passages);
    }

    private static void requireBytes(long from, long to) {
        if (from < 0 || to <= from) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot scan bytes " + from + " to " + to + ": a scan starts at 0 or later and ends behind its"
                            + " start");
        }
    }

    /**
     * Scans bytes of a file, at several hundred megabytes a second; holds 64 KiB of them.
     *
     * @param bytes begins at {@code from}; is read up to {@code to} and stays open
     * @throws WauException INVALID_ARGUMENT: there is no byte between the two
     * @throws IOException the bytes could not be read, or end before {@code to}
     */
    public static RangeScan of(InputStream bytes, long from, long to) throws IOException {
        requireBytes(from, to);
        return new RangeScanner(from, to).scan(bytes);
    }
}
