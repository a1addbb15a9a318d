package dev.wau.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the central bucket's dialect: RFC 4180, UTF-8, {@code ,}, {@code "}, LF. Quotes a cell only where it must.
 * What it writes, {@link AuditLogReader} with {@link Dialect#STANDARD} reads back byte for byte. Not thread-safe.
 */
public final class CsvWriter implements Closeable {

    /** Writes to this stream through a buffer of its own; closing the writer closes it. */
    public CsvWriter(OutputStream out) {}

    /** One cell of the current record. */
    public void cell(byte[] bytes, int start, int length) throws IOException {}

    /** One cell of the current record. */
    public void cell(String text) throws IOException {}

    /** Ends the current record. */
    public void endRecord() throws IOException {}

    @Override
    public void close() throws IOException {}
}
