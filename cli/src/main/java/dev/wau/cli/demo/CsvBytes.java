package dev.wau.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** A file being made in memory, in an exporter's dialect. Not thread-safe. */
final class CsvBytes {
    private final byte delimiter;
    private final Charset charset;
    private byte[] bytes = new byte[1 << 18];
    private int size;
    private boolean first = true;
    private boolean lineBreaks;

    CsvBytes(ExportFormat format) {
        this.delimiter = (byte) format.delimiter();
        this.charset = format.charset();
    }

    /** One cell, quoted where it must be. */
    void cell(String text) {
        byte[] encoded = text.getBytes(charset);
        separate(2 * encoded.length + 2);
        if (needsQuotes(encoded)) {
            quoted(encoded);
        } else {
            append(encoded);
        }
    }

    /** One cell, as it is. */
    void raw(byte[] cell) {
        separate(cell.length);
        append(cell);
    }

    /** Ends the record; whether one of its cells held a line break. */
    boolean endRecord() {
        boolean broke = lineBreaks;
        reserve(1);
        bytes[size++] = '\n';
        cutRecord();
        return broke;
    }

    /** Leaves the record without its line end. */
    void cutRecord() {
        first = true;
        lineBreaks = false;
    }

    /** Bytes so far. */
    int size() {
        return size;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    private void separate(int cellBytes) {
        reserve(cellBytes + 1);
        if (!first) {
            bytes[size++] = delimiter;
        }
        first = false;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    private void append(byte[] cell) {
        System.arraycopy(cell, 0, bytes, size, cell.length);
        size += cell.length;
    }

    private boolean needsQuotes(byte[] cell) {
        for (byte b : cell) {
            if (b == delimiter || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private void quoted(byte[] cell) {
        bytes[size++] = '"';
        for (byte b : cell) {
            if (b == '"') {
                bytes[size++] = '"';
            }
            lineBreaks |= b == '\n';
            bytes[size++] = b;
        }
        bytes[size++] = '"';
    }
}
