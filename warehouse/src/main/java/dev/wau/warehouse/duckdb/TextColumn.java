package dev.wau.warehouse.duckdb;

import dev.wau.csv.FewBytes;
import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;

/** The texts of one column of a chunk, one after the other in one array. Used by one thread. */
final class TextColumn {

    private static final long ABSENT = -1;

    private final long[] lengths;
    private byte[] payload = new byte[16 << 10];
    private int used;

    /** For so many rows. */
    TextColumn(int rows) {
        lengths = new long[rows];
        Arrays.fill(lengths, ABSENT);
    }

    void put(int row, byte[] source, int start, int length) {
        FewBytes.copy(source, start, room(length), used, length);
        lengths[row] = length;
        used += length;
    }

    private byte[] room(int length) {
        if (payload.length - used < length + FewBytes.SLACK) {
            payload = Arrays.copyOf(payload, Math.max(2 * payload.length, used + length + FewBytes.SLACK));
        }
        return payload;
    }

    /** Moves the texts of so many rows into a vector. */
    void moveTo(DuckDBWritableVector vector, int rows) {
        long[] moving = rows == lengths.length ? lengths : Arrays.copyOf(lengths, rows);
        VectorMemory.texts(vector, payload, moving, used);
        Arrays.fill(lengths, 0, rows, ABSENT);
        used = 0;
    }
}
