package dev.wau.csv;

import dev.wau.model.FileRefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads one audit log file: bytes in, typed records and rejects out. Bounded memory whatever the file holds ({@link
 * Limits}). Not thread-safe; one thread a file.
 */
public final class AuditLogReader implements Closeable {

    private AuditLogReader() {}

    /**
     * Opens a file: recognises compression and byte order mark by content, skips the preamble, reads the header.
     *
     * @param bytes the file as it is stored; closed by {@link #close}
     * @throws FileRefusedException the file can't be read as a whole: no header, no time column, ...
     * @throws IOException the bytes could not be read
     */
    public static AuditLogReader open(InputStream bytes, ReadRules rules, RejectSink rejects) throws IOException {
        throw new IOException("not built");
    }

    /** The file's columns. */
    public FileLayout layout() {
        throw new IllegalStateException();
    }

    /**
     * Moves to the next good record; bad ones on the way went to the sink.
     *
     * @return false at the end of the file
     * @throws FileRefusedException reading can't go on: none of the file's records may be loaded
     * @throws IOException the bytes could not be read
     */
    public boolean next() throws IOException {
        throw new IllegalStateException();
    }

    /** The record that {@link #next} moved to. */
    public AuditLogRecord record() {
        throw new IllegalStateException();
    }

    /** Records seen so far: good and rejected. */
    public long recordsRead() {
        throw new IllegalStateException();
    }

    /** Records rejected so far. */
    public long recordsRejected() {
        throw new IllegalStateException();
    }

    /** Bytes taken from the input so far, as stored: for progress. */
    public long bytesRead() {
        throw new IllegalStateException();
    }

    @Override
    public void close() throws IOException {}
}
