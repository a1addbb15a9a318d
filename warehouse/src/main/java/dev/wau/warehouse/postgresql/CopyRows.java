package dev.wau.warehouse.postgresql;

import dev.wau.warehouse.sql.ApartRows;
import dev.wau.warehouse.sql.FileToFeed;
import dev.wau.warehouse.sql.RowComparison;
import dev.wau.warehouse.sql.RowTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format (its documentation of COPY, "Binary Format"): for each row the
 * number of its fields, for each field its length and bytes, -1 for NULL. Used by one thread.
 */
final class CopyRows implements RowTarget {

    /** The columns before the texts of the files, in order. */
    static final List<String> FIRST = List.of("customer", "event_time", "file_id", "line", "event_hash", "details");

    /** A column behind the texts of rows that go straight: each is the first of its hash. */
    static final String LAST_STRAIGHT = "occurrence";

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

    private final boolean straight;
    private long[] hashes = new long[1 << 10];
    private boolean[] apart = new boolean[1 << 9];
    private int[] ends = new int[1 << 9];
    private int rows;
    private byte[] block = new byte[FULL + (64 << 10)];
    private int length;
    private long customerOf = Long.MIN_VALUE;
    private byte[] customer = {};

    /**
     * @param texts the number of text columns after {@link #FIRST}
     * @param straight whether {@link #LAST_STRAIGHT} comes behind them
     */
    CopyRows(int texts, boolean straight) {
        this.straight = straight;
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

    /**
     * The rows so far, which it forgets; without those that were set apart.
     *
     * @param comparison null if they were compared before
     */
    byte[] take(@Nullable RowComparison comparison) throws IOException {
        byte[] taken = comparison != null && comparison.setsApart(hashes, rows, apart)
                ? withoutApart(comparison.target())
                : Arrays.copyOf(block, length);
        length = 0;
        rows = 0;
        return taken;
    }

    private byte[] withoutApart(ApartRows target) throws IOException {
        byte[] kept = new byte[length];
        int size = 0;
        for (int index = 0; index < rows; index++) {
            int start = index == 0 ? 0 : ends[index - 1];
            if (apart[index]) {
                new WrittenRow(block, start, lengths.length).addTo(target);
            } else {
                System.arraycopy(block, start, kept, size, ends[index] - start);
                size += ends[index] - start;
            }
        }
        return Arrays.copyOf(kept, size);
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
        remember(hashHigh, hashLow, micros < file.from() || micros > file.until());
        number(TIME, micros - EPOCH_MICROS);
        starts[HASH] = rowLength;
        lengths[HASH] = 16;
        ByteBuffer.wrap(room(16)).putLong(rowLength, hashHigh).putLong(rowLength + 8, hashLow);
        rowLength += 16;
    }

    private void remember(long hashHigh, long hashLow, boolean unexpected) {
        if (ends.length == rows) {
            hashes = Arrays.copyOf(hashes, 4 * rows);
            apart = Arrays.copyOf(apart, 2 * rows);
            ends = Arrays.copyOf(ends, 2 * rows);
        }
        hashes[2 * rows] = hashLow;
        hashes[2 * rows + 1] = hashHigh;
        apart[rows] = unexpected;
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
        int needed = Short.BYTES + Integer.BYTES * lengths.length + rowLength + (straight ? 2 * Integer.BYTES : 0);
        if (block.length - length < needed) {
            block = Arrays.copyOf(block, Math.max(2 * block.length, length + needed));
        }
        ByteBuffer out = ByteBuffer.wrap(block, length, needed);
        out.putShort((short) (lengths.length + (straight ? 1 : 0)));
        for (int field = 0; field < lengths.length; field++) {
            out.putInt(lengths[field]);
            if (lengths[field] > 0) {
                out.put(row, starts[field], lengths[field]);
            }
        }
        if (straight) {
            out.putInt(Integer.BYTES).putInt(1);
        }
        length += needed;
        ends[rows++] = length;
    }

    /** One of the rows, read again. */
    static final class WrittenRow implements ApartRows.Texts {

        private final byte[] block;
        private final int[] starts;
        private final int[] lengths;

        private WrittenRow(byte[] block, int start, int fields) {
            this.block = block;
            starts = new int[fields];
            lengths = new int[fields];
            ByteBuffer in = ByteBuffer.wrap(block).position(start + Short.BYTES);
            for (int field = 0; field < fields; field++) {
                lengths[field] = in.getInt();
                starts[field] = in.position();
                in.position(in.position() + Math.max(0, lengths[field]));
            }
        }

        /** Adds it. */
        void addTo(ApartRows rows) throws IOException {
            rows.add(
                    number(FILE, 0),
                    number(LINE, 0),
                    number(TIME, 0) + EPOCH_MICROS,
                    number(HASH, 0),
                    number(HASH, Long.BYTES),
                    this);
        }

        private long number(int field, int offset) {
            return ByteBuffer.wrap(block).getLong(starts[field] + offset);
        }

        @Override
        public int columns() {
            return lengths.length - FIRST.size();
        }

        @Override
        public int length(int column) {
            return lengths[field(column)];
        }

        @Override
        public byte[] bytes(int column) {
            return block;
        }

        @Override
        public int start(int column) {
            return starts[field(column)];
        }

        private static int field(int column) {
            return column == ApartRows.DETAILS ? DETAILS : FIRST.size() + column;
        }
    }
}
