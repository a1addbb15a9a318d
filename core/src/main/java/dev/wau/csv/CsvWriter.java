package dev.wau.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the central bucket's dialect: RFC 4180, UTF-8, {@code ,}, {@code "}, LF. Quotes a cell only where it must.
 * What it writes, {@link AuditLogReader} with {@link Dialect#STANDARD} reads back byte for byte. Not thread-safe.
 */
public final class CsvWriter implements Closeable {

    private static final int CAPACITY = 64 << 10;
    private static final long DELIMITERS = EightBytes.ONES * ',';
    private static final long QUOTES = EightBytes.ONES * '"';
    private static final long LINE_FEEDS = EightBytes.ONES * '\n';
    private static final long RETURNS = EightBytes.ONES * '\r';

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int used;
    private boolean fileStart = true;
    private int cells;
    private boolean blank = true;

    /** Writes to this stream through a buffer of its own; closing the writer closes it. */
    public CsvWriter(OutputStream out) {
        this.out = out;
    }

    /** One cell of the current record. */
    public void cell(byte[] bytes, int start, int length) throws IOException {
        if (cells++ > 0) {
            put((byte) ',');
        }
        blank &= length == 0;
        boolean quoted = mustQuote(bytes, start, start + length) || (fileStart && !plainName(bytes, start, length));
        fileStart = false;
        if (quoted) {
            quoted(bytes, start, start + length);
        } else {
            put(bytes, start, length);
        }
    }

    /** One cell of the current record. */
    public void cell(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        cell(bytes, 0, bytes.length);
    }

    /** One cell of the current record whose text needs no quotes; not a file's first. */
    public void plain(byte[] bytes, int start, int length) throws IOException {
        standing(bytes, start, length, 1);
    }

    /** Some cells of the current record that stand somewhere as they would be written; not a file's first. */
    void standing(byte[] bytes, int start, int length, int count) throws IOException {
        if (cells > 0) {
            put((byte) ',');
        }
        cells += count;
        blank &= length == 0;
        put(bytes, start, length);
    }

    /** Nothing is written yet. */
    boolean atStart() {
        return fileStart;
    }

    /** Ends the current record. */
    public void endRecord() throws IOException {
        if (cells == 1 && blank) {
            // An empty line would be no record.
            put((byte) '"');
            put((byte) '"');
        }
        put((byte) '\n');
        cells = 0;
        blank = true;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    /** Whether the text of a cell must be quoted. */
    static boolean mustQuote(byte[] bytes, int start, int end) {
        int position = start;
        for (int last = end - Long.BYTES; position <= last; position += Long.BYTES) {
            long word = EightBytes.at(bytes, position);
            if ((EightBytes.equal(word, DELIMITERS)
                            | EightBytes.equal(word, QUOTES)
                            | EightBytes.equal(word, LINE_FEEDS)
                            | EightBytes.equal(word, RETURNS))
                    != 0) {
                return true;
            }
        }
        for (; position < end; position++) {
            byte value = bytes[position];
            if (value == ',' || value == '"' || value == '\n' || value == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Nothing that could be taken for a byte order mark or compressed content where it starts a file. */
    private static boolean plainName(byte[] bytes, int start, int length) {
        for (int position = start; position < start + length; position++) {
            byte value = bytes[position];
            if (value < ' ' || value > '~') {
                return false;
            }
        }
        return true;
    }

    private void quoted(byte[] bytes, int start, int end) throws IOException {
        put((byte) '"');
        int copied = start;
        for (int position = start; position < end; position++) {
            if (bytes[position] == '"') {
                put(bytes, copied, position + 1 - copied);
                copied = position;
            }
        }
        put(bytes, copied, end - copied);
        put((byte) '"');
    }

    private void put(byte value) throws IOException {
        if (used == CAPACITY) {
            flush();
        }
        buffer[used++] = value;
    }

    private void put(byte[] bytes, int start, int length) throws IOException {
        if (length > CAPACITY - used) {
            flush();
        }
        if (length > CAPACITY) {
            out.write(bytes, start, length);
            return;
        }
        System.arraycopy(bytes, start, buffer, used, length);
        used += length;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
