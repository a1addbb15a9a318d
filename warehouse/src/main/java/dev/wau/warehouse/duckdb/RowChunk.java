package dev.wau.warehouse.duckdb;

import dev.wau.model.Reject;
import dev.wau.warehouse.sql.FileToFeed;
import dev.wau.warehouse.sql.RowTarget;
import dev.wau.warehouse.sql.StagedColumns;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into DuckDB: up to one chunk of it (2,048 rows), and not many more bytes than the bound, since one
 * batch of text is one array. Used by one thread.
 */
final class RowChunk implements RowTarget {

    /** The numbers of a row, before its texts. */
    static final List<String> NUMBERS = List.of("file_id", "line", "event micros", "hash high", "hash low");

    /** The texts of every row, before the columns' texts. No column has a space in its name. */
    static final List<String> TEXTS = List.of("reject reason", "details", "customer");

    private static final int REASON = 0;
    private static final int DETAILS = 1;
    private static final int CUSTOMER = 2;
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_ROWS = 2_048;

    private final long[][] numbers = new long[NUMBERS.size()][MOST_ROWS];
    private final byte[][] @Nullable [] texts;
    private final int firstColumn = TEXTS.size();
    private final int message;
    private final int raw;
    private long customerOf = -1;
    private byte[] customer = {};
    private int rows;
    private long bytes;

    /** For rows of these text columns. */
    RowChunk(List<String> columns) {
        texts = new byte[firstColumn + columns.size()][MOST_ROWS][];
        message = firstColumn + columns.indexOf(StagedColumns.REJECT_MESSAGE);
        raw = firstColumn + columns.indexOf(StagedColumns.REJECT_RAW);
    }

    /** All columns of the table function, in order. */
    static List<String> names(List<String> columns) {
        return Stream.of(NUMBERS, TEXTS, columns).flatMap(List::stream).toList();
    }

    @Override
    public boolean isFull() {
        return rows == MOST_ROWS || bytes >= MOST_BYTES;
    }

    int rows() {
        return rows;
    }

    @Override
    public void begin(FileToFeed file, long line, long micros, long hashHigh, long hashLow) {
        numbers[0][rows] = file.file().id().value();
        put(CUSTOMER, customer(file));
        numbers[1][rows] = line;
        numbers[2][rows] = micros;
        numbers[3][rows] = hashHigh;
        numbers[4][rows] = hashLow;
    }

    @Override
    public void text(int column, byte[] source, int start, int length) {
        put(firstColumn + column, Arrays.copyOfRange(source, start, start + length));
    }

    @Override
    public void details(byte @Nullable [] json) {
        put(DETAILS, json);
    }

    @Override
    public void end() {
        rows++;
    }

    @Override
    public void reject(FileToFeed file, Reject reject) {
        begin(file, reject.line(), 0, 0, 0);
        put(REASON, utf8(reject.reason().code()));
        put(message, utf8(reject.message()));
        put(raw, utf8(reject.raw()));
        end();
    }

    private byte[] customer(FileToFeed current) {
        long id = current.file().id().value();
        if (id != customerOf) {
            customerOf = id;
            customer = current.file().version().customer().name().getBytes(StandardCharsets.UTF_8);
        }
        return customer;
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private void put(int text, byte @Nullable [] value) {
        texts[text][rows] = value;
        bytes += value == null ? 0 : value.length;
    }

    /** Moves the rows into DuckDB's vectors and returns their number. */
    int moveTo(DuckDBDataChunkWriter writer) {
        for (int column = 0; column < numbers.length; column++) {
            DuckDBWritableVector vector = writer.vector(column);
            for (int row = 0; row < rows; row++) {
                vector.setLong(row, numbers[column][row]);
            }
        }
        for (int column = 0; column < texts.length; column++) {
            byte[][] values = rows == MOST_ROWS ? texts[column] : Arrays.copyOf(texts[column], rows);
            writer.vector(numbers.length + column).setStringUtf8Batch(0, values);
        }
        IntStream.range(0, texts.length).forEach(column -> Arrays.fill(texts[column], 0, rows, null));
        int moved = rows;
        rows = 0;
        bytes = 0;
        return moved;
    }
}
