package dev.wau.warehouse.postgresql;

import dev.wau.warehouse.sql.FileToFeed;
import dev.wau.warehouse.sql.Repeats;
import dev.wau.warehouse.sql.RowTarget;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of {@code staged} in PostgreSQL's binary COPY format (its documentation of COPY, "Binary Format"): for each row the
 * number of its fields, for each field its length and bytes, -1 for NULL. Used by one thread.
 */
final class CopyRows implements RowTarget {

    /** The columns before the texts of the files, in order. */
    static final List<String> FIRST = List.of("customer", "event_time", "file_id", "line", "event_hash", "details");

    private static final int CUSTOMER = 0;
    private static final int TIME = 1;
    private static final int FILE = 2;
    private static final int LINE = 3;
    private static final int HASH = 4;
    private static final int DETAILS = 5;

    /** The format's times count from 2000-01-01. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FULL = 256 << 10;
    private static final int ABSENT = -1;

    /** The row at hand, its fields in the order in which they came. */
    private byte[] row = new byte[4 << 10];

    private int rowLength;
    private final int[] starts;
    private final int[] lengths;

    private final Repeats repeats;
    private long[] hashes = new long[1 << 10];
    private int waiting;
    private byte[] block = new byte[FULL + (64 << 10)];
    private int length;
    private long customerOf = Long.MIN_VALUE;
    private byte[] customer = {};

    /**
     * @param texts the number of text columns after {@link #FIRST}
     */
    CopyRows(int texts, Repeats repeats) {
        this.repeats = repeats;
        starts = new int[FIRST.size() + texts];
        lengths = new int[FIRST.size() + texts];
    }

    static byte[] header() {
        return Arrays.copyOf(SIGNATURE, SIGNATURE.length + 8);
    }

    static byte[] trailer() {
        return new byte[] {-1, -1};
    }

    boolean isEmpty() {
        return length == 0;
    }

    @Override
    public boolean isFull() {
        return length >= FULL;
    }

    /** The rows so far, which it forgets. */
    byte[] take() {
        boolean[] seen = new boolean[waiting];
        repeats.take(hashes, waiting, seen);
        repeats.suspect(hashes, waiting, seen);
        waiting = 0;
        byte[] taken = Arrays.copyOf(block, length);
        length = 0;
        return taken;
    }

    @Override
    public void begin(FileToFeed file, long line, long micros, long hashHigh, long hashLow) {
        rowLength = 0;
        Arrays.fill(lengths, ABSENT);
        if (file.file().id().value() != customerOf) {
            customerOf = file.file().id().value();
            customer = file.file().version().customer().name().getBytes(StandardCharsets.UTF_8);
        }
        put(CUSTOMER, customer, 0, customer.length);
        number(FILE, customerOf);
        number(LINE, line);
        remember(hashHigh, hashLow);
        number(TIME, micros - EPOCH_MICROS);
        starts[HASH] = rowLength;
        lengths[HASH] = 16;
        ByteBuffer.wrap(room(16)).putLong(rowLength, hashHigh).putLong(rowLength + 8, hashLow);
        rowLength += 16;
    }

    private void remember(long hashHigh, long hashLow) {
        if (hashes.length == 2 * waiting) {
            hashes = Arrays.copyOf(hashes, 2 * hashes.length);
        }
        hashes[2 * waiting] = hashLow;
        hashes[2 * waiting++ + 1] = hashHigh;
    }

    private void number(int field, long value) {
        starts[field] = rowLength;
        lengths[field] = Long.BYTES;
        ByteBuffer.wrap(room(Long.BYTES)).putLong(rowLength, value);
        rowLength += Long.BYTES;
    }

    @Override
    public void text(int column, byte[] source, int start, int count) {
        put(FIRST.size() + column, source, start, count);
    }

    @Override
    public void details(byte[] source, int count) {
        put(DETAILS, source, 0, count);
    }

    private void put(int field, byte[] source, int start, int count) {
        starts[field] = rowLength;
        lengths[field] = count;
        System.arraycopy(source, start, room(count), rowLength, count);
        rowLength += count;
    }

    private byte[] room(int count) {
        if (row.length - rowLength < count) {
            row = Arrays.copyOf(row, Math.max(2 * row.length, rowLength + count));
        }
        return row;
    }

    @Override
    public void end() {
        int needed = Short.BYTES + Integer.BYTES * lengths.length + rowLength;
        if (block.length - length < needed) {
            block = Arrays.copyOf(block, Math.max(2 * block.length, length + needed));
        }
        ByteBuffer out = ByteBuffer.wrap(block, length, needed);
        out.putShort((short) lengths.length);
        for (int field = 0; field < lengths.length; field++) {
            out.putInt(lengths[field]);
            if (lengths[field] > 0) {
                out.put(row, starts[field], lengths[field]);
            }
        }
        length += needed;
    }
}
