package dev.wau.csv;

import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads one audit log file: bytes in, typed records and rejects out. Bounded memory whatever the file holds ({@link
 * Limits}). Not thread-safe; one thread a file.
 *
 * <p>After a bad record it goes on with the next one where the quoting allows. A record whose quoting is broken (text
 * after a closing quote, a quote that never closes) is rejected, and reading goes on at the line after the one on which
 * that quote opened. A record longer than {@link Limits#maxRecordBytes} is passed without being held; where its end can't
 * be known without going back, the file is refused ({@code lost-in-quotes}).
 *
 * <p>A record without a line end, at the end of the file, is a record if it has the right number of fields, and else
 * {@code truncated-file}. Blank lines are no records. A quote inside an unquoted cell is text.
 */
public final class AuditLogReader implements Closeable {

    private static final int WINDOW = 128 << 10;

    private final CountedInput file;
    private final InputStream text;
    private final ByteWindow window;
    private final RecordScanner scanner;
    private final FileLayout layout;
    private final CurrentRecord current;
    private final RejectSink rejects;
    private long read;
    private long rejected;

    private AuditLogReader(CountedInput file, Decoding decoding, ReadRules rules, RejectSink rejects, int window)
            throws IOException {
        this.file = file;
        this.text = decoding.text();
        this.rejects = rejects;
        Limits limits = rules.limits();
        int bound = 2 + Math.max(limits.maxRecordBytes(), limits.maxRawRejectBytes());
        this.window = new ByteWindow(text, window, bound);
        this.scanner = new RecordScanner(this.window, rules.dialect(), limits, limits.maxColumns());
        List<String> header = new Header(scanner, rules.dialect(), decoding.encoding(), limits).read();
        scanner.cells().columns(header.size());
        Roles roles = new Roles(header, rules);
        this.layout = Layouts.of(header, roles);
        this.current = new CurrentRecord(layout, roles, rules, decoding.encoding());
    }

    /**
     * Opens a file: recognises compression and byte order mark by content, skips the preamble, reads the header.
     *
     * @param bytes the file as it is stored; closed by {@link #close}, and at once if it can't be opened
     * @throws FileRefusedException the file can't be read as a whole: no header, no time column, ...
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION: the rules can't be followed
     * @throws IOException the bytes could not be read
     */
    public static AuditLogReader open(InputStream bytes, ReadRules rules, RejectSink rejects) throws IOException {
        return open(bytes, rules, rejects, WINDOW);
    }

    /** With a window that starts at so many bytes. */
    static AuditLogReader open(InputStream bytes, ReadRules rules, RejectSink rejects, int window) throws IOException {
        CountedInput file = new CountedInput(bytes);
        InputStream toClose = file;
        boolean opened = false;
        try {
            InputStream content = Decompression.open(file, rules.limits());
            toClose = content;
            Decoding decoding = Decoding.of(content, rules.dialect().encoding());
            AuditLogReader reader = new AuditLogReader(file, decoding, rules, rejects, window);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                toClose.close();
            }
        }
    }

    /** The file's columns. */
    public FileLayout layout() {
        return layout;
    }

    /**
     * Moves to the next good record; bad ones on the way went to the sink.
     *
     * @return false at the end of the file
     * @throws FileRefusedException reading can't go on: none of the file's records may be loaded
     * @throws IOException the bytes could not be read
     */
    public boolean next() throws IOException {
        for (; ; ) {
            switch (scanner.next()) {
                case END -> {
                    return false;
                }
                case BROKEN -> reject(scanner.broken());
                case RECORD -> {
                    Reject bad = current.take(scanner);
                    if (bad == null) {
                        read++;
                        return true;
                    }
                    reject(bad);
                }
            }
        }
    }

    /** The record that {@link #next} moved to; valid until it is called again. */
    public AuditLogRecord record() {
        return current;
    }

    /** Records seen so far: good and rejected. */
    public long recordsRead() {
        return read;
    }

    /** Records rejected so far. */
    public long recordsRejected() {
        return rejected;
    }

    /** Bytes taken from the input so far, as stored: for progress. */
    public long bytesRead() {
        return file.count();
    }

    /** Bytes of the file that can be held now. */
    int held() {
        return window.capacity();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private void reject(Reject reject) {
        read++;
        rejected++;
        rejects.accept(reject);
    }
}
