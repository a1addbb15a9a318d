package dev.wau.warehouse.duckdb;

import dev.wau.warehouse.sql.ApartRows;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileToFeed;
import dev.wau.warehouse.sql.RowComparison;
import dev.wau.warehouse.sql.RowTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;

/**
 * Rows on their way into DuckDB: up to one chunk of it (2,048 rows), and not many more bytes than the bound, since the
 * texts of a column are one array. Its arrays are used again. Used by one thread.
 */
final class RowChunk implements RowTarget {

    /** The hash comes as a number: the driver can't write a UUID. No column of a file has a space in its name. */
    static final String HASH = "event hash";

    /** 1: the row was set apart, and isn't written here. */
    static final String APART = "set apart";

    private static final List<String> NUMBERS = List.of("event_time", "file_id", "line", HASH, APART);
    private static final List<String> TEXTS = List.of("customer", "details");
    private static final int CUSTOMER = 0;
    private static final int DETAILS = 1;
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_ROWS = 2_048;

    private final long[] times = new long[MOST_ROWS];
    private final long[] files = new long[MOST_ROWS];
    private final long[] lines = new long[MOST_ROWS];
    private final long[] hashes = new long[2 * MOST_ROWS];
    private final long[] apart = new long[MOST_ROWS];
    private final boolean[] compared = new boolean[MOST_ROWS];
    private final Feeding feeding;
    private final TextColumn[] texts;
    private long customerOf = Long.MIN_VALUE;
    private byte[] customer = {};
    private int rows;
    private long bytes;

    /** For a feeding's rows. */
    RowChunk(Feeding feeding) {
        this.feeding = feeding;
        texts = IntStream.range(0, TEXTS.size() + feeding.columns().size())
                .mapToObj(column -> new TextColumn(MOST_ROWS))
                .toArray(TextColumn[]::new);
    }

    /** All columns of the table function, in order, for these text columns. */
    static Map<String, DuckDBColumnType> columns(List<String> columns) {
        Map<String, DuckDBColumnType> types = new LinkedHashMap<>();
        types.put("event_time", DuckDBColumnType.TIMESTAMP);
        types.put("file_id", DuckDBColumnType.BIGINT);
        types.put("line", DuckDBColumnType.BIGINT);
        types.put(HASH, DuckDBColumnType.UHUGEINT);
        types.put(APART, DuckDBColumnType.BIGINT);
        TEXTS.forEach(column -> types.put(column, DuckDBColumnType.VARCHAR));
        columns.forEach(column -> types.put(column, DuckDBColumnType.VARCHAR));
        return types;
    }

    @Override
    public boolean isFull() {
        return rows == MOST_ROWS || bytes >= MOST_BYTES;
    }

    @Override
    public void begin(FileToFeed file, long line, long micros, long hashHigh, long hashLow) {
        times[rows] = micros;
        long id = file.file().id().value();
        files[rows] = id;
        lines[rows] = line;
        hashes[2 * rows] = hashLow;
        hashes[2 * rows + 1] = hashHigh;
        compared[rows] = micros < file.from() || micros > file.until();
        if (id != customerOf) {
            customerOf = id;
            customer = file.file().version().customer().name().getBytes(StandardCharsets.UTF_8);
        }
        put(CUSTOMER, customer, 0, customer.length);
    }

    @Override
    public void text(int column, byte[] source, int start, int length) {
        put(TEXTS.size() + column, source, start, length);
    }

    @Override
    public void details(byte[] source, int length) {
        put(DETAILS, source, 0, length);
    }

    @Override
    public void end() {
        rows++;
    }

    private void put(int column, byte[] source, int start, int length) {
        texts[column].put(rows, source, start, length);
        bytes += length;
    }

    /** Sets the rows apart that may have come before, where the others go straight. */
    void compare() throws IOException {
        RowComparison comparison = feeding.comparison();
        if (!comparison.setsApart(hashes, rows, compared)) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (compared[row]) {
                apart[row] = 1;
                setApart(row, comparison.target());
            }
        }
    }

    private void setApart(int row, ApartRows target) throws IOException {
        for (TextColumn column : texts) {
            column.seek(row);
        }
        target.add(files[row], lines[row], times[row], hashes[2 * row + 1], hashes[2 * row], new RowTexts());
    }

    /** The texts that every column was sought for. */
    private final class RowTexts implements ApartRows.Texts {

        @Override
        public int columns() {
            return texts.length - TEXTS.size();
        }

        @Override
        public int length(int column) {
            return of(column).length();
        }

        @Override
        public byte[] bytes(int column) {
            return of(column).bytes();
        }

        @Override
        public int start(int column) {
            return of(column).start();
        }

        private TextColumn of(int column) {
            return texts[column == ApartRows.DETAILS ? DETAILS : TEXTS.size() + column];
        }
    }

    /** Moves the rows into DuckDB's vectors and returns their number. */
    int moveTo(DuckDBDataChunkWriter writer) {
        VectorMemory.numbers(writer.vector(0), times, rows);
        VectorMemory.numbers(writer.vector(1), files, rows);
        VectorMemory.numbers(writer.vector(2), lines, rows);
        VectorMemory.numbers(writer.vector(3), hashes, 2 * rows);
        VectorMemory.numbers(writer.vector(4), apart, rows);
        for (int column = 0; column < texts.length; column++) {
            texts[column].moveTo(writer.vector(NUMBERS.size() + column), rows);
        }
        Arrays.fill(apart, 0, rows, 0);
        int moved = rows;
        rows = 0;
        bytes = 0;
        return moved;
    }
}
