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

    /** Where {@link #seek} stands: a row, and where its text starts. */
    private int row;

    private int start;

    /** For so many rows. */
    TextColumn(int rows) {
        lengths = new long[rows];
        Arrays.fill(lengths, ABSENT);
    }

    void put(int at, byte[] source, int from, int length) {
        FewBytes.copy(source, from, room(length), used, length);
        lengths[at] = length;
        used += length;
    }

    private byte[] room(int length) {
        if (payload.length - used < length + FewBytes.SLACK) {
            payload = Arrays.copyOf(payload, Math.max(2 * payload.length, used + length + FewBytes.SLACK));
        }
        return payload;
    }

    /** Moves on to the text of a row, which isn't before the last one that was sought. */
    void seek(int wanted) {
        for (; row < wanted; row++) {
            start += (int) Math.max(0, lengths[row]);
        }
    }

    /** Where the text that was sought starts in {@link #bytes}. */
    int start() {
        return start;
    }

    /** Its length; -1: NULL. */
    int length() {
        return (int) lengths[row];
    }

    byte[] bytes() {
        return payload;
    }

    /** Moves the texts of so many rows into a vector. */
    void moveTo(DuckDBWritableVector vector, int rows) {
        long[] moving = rows == lengths.length ? lengths : Arrays.copyOf(lengths, rows);
        VectorMemory.texts(vector, payload, moving, used);
        Arrays.fill(lengths, 0, rows, ABSENT);
        used = 0;
        row = 0;
        start = 0;
    }
}
