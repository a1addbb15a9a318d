package dev.wau.csv;

import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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

    private final LongSupplier bytesRead;
    private final Closeable file;
    private final ByteWindow window;
    private final RecordScanner scanner;
    private final Encoding encoding;
    private final ReadRules rules;
    private final Roles roles;
    private final FileLayout layout;
    private final CurrentRecord current;
    private final RejectSink rejects;
    private final long lastLine;
    private final @Nullable FilePlace recordsFrom;
    private long read;
    private long rejected;
    private boolean lost;

    private AuditLogReader(CountedInput file, Decoding decoding, ReadRules rules, RejectSink rejects, int window)
            throws IOException {
        this.bytesRead = file::count;
        this.file = decoding.text();
        this.encoding = decoding.encoding();
        this.rules = rules;
        this.rejects = rejects;
        this.lastLine = Part.ANY_LINE;
        Limits limits = rules.limits();
        this.window = new ByteWindow(decoding.text(), window, bound());
        this.scanner = new RecordScanner(this.window, rules.dialect(), limits, limits.maxColumns());
        List<String> header = new Header(scanner, rules.dialect(), encoding, limits).read();
        scanner.cells().columns(header.size());
        this.roles = new Roles(header, rules);
        this.layout = Layouts.of(header, roles);
        this.current = new CurrentRecord(layout, roles, rules, encoding);
        this.recordsFrom = decoding.asStored() && rules.dialect().cutsAs(Dialect.STANDARD)
                ? new FilePlace(decoding.markLength() + scanner.nextOffset(), scanner.nextLine())
                : null;
    }

    private AuditLogReader(AuditLogReader whole, Part part, RejectSink rejects) {
        this.bytesRead = part.bytesRead();
        this.file = part.close();
        this.encoding = whole.encoding;
        this.rules = whole.rules;
        this.rejects = rejects;
        this.lastLine = part.nextLine();
        this.window = part.window();
        this.roles = whole.roles;
        this.layout = whole.layout;
        this.scanner = new RecordScanner(
                window, rules.dialect(), rules.limits(), layout.columns().size());
        scanner.startAt(part.line());
        this.current = new CurrentRecord(layout, roles, rules, encoding);
        this.recordsFrom = null;
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
            Decompression content = Decompression.of(file, rules.limits());
            toClose = content.content();
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
                    lost = lastLine != Part.ANY_LINE && lastLine != scanner.nextLine();
                    return false;
                }
                case CUT -> {
                    lost = true;
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
        return bytesRead.getAsLong();
    }

    /**
     * The file's records in parts, instead of by this reader, of which no record was asked for; its rejects go elsewhere.
     *
     * @param size of a part's text, in bytes: each reader of a part holds it
     */
    public AuditLogParts parts(int size) {
        return new AuditLogParts(this, scanner.rest(), scanner.nextLine(), new PartScan(rules.dialect()), size);
    }

    /**
     * Where the file's records start, if it can be read in ranges ({@link FileRanges}): its bytes are the text, in UTF-8
     * and not compressed, and its cells are cut as in {@link Dialect#STANDARD}.
     */
    public Optional<FilePlace> recordsFrom() {
        return Optional.ofNullable(recordsFrom);
    }

    /**
     * Reads a range of this reader's file, which may be closed meanwhile, and of which the bytes up to {@link
     * #recordsFrom} are enough. All ranges together give the records, lines and rejects of the file, unless one is {@link
     * #lost} or refuses: then nothing that any of them gave counts, and the file must be read in one go.
     *
     * @param bytes begins at the range's first byte; closed by {@link #close}. Where it ends before the range does,
     *     {@link #next} throws an IOException.
     * @throws IllegalStateException the file can't be read in ranges
     */
    public AuditLogReader range(FileRange range, InputStream bytes, RejectSink rangeRejects) {
        if (recordsFrom == null) {
            throw new IllegalStateException("The file can't be read in ranges");
        }
        BoundedInput text = new BoundedInput(bytes, range.bytes());
        ByteWindow held = range.nextLine() == FileRange.LAST
                ? new ByteWindow(text, window.capacity(), bound())
                : ByteWindow.part(text, window.capacity(), bound());
        return part(new Part(held, range.line(), range.nextLine(), text::taken, text), rangeRejects);
    }

    /**
     * Whether this reads a part or a range of a file that turned out to end inside a record; {@link #next} was false.
     */
    public boolean lost() {
        return lost;
    }

    /** A reader for a part of this reader's file. */
    AuditLogReader part(Part part, RejectSink partRejects) {
        return new AuditLogReader(this, part, partRejects);
    }

    /** A window on the rest of the file, of which some is held already. */
    ByteWindow window(byte[] held, int limit, InputStream further) {
        return ByteWindow.rest(held, limit, further, bound());
    }

    private int bound() {
        return 2 + Math.max(rules.limits().maxRecordBytes(), rules.limits().maxRawRejectBytes());
    }

    /** Bytes of the file that can be held now. */
    int held() {
        return window.capacity();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void reject(Reject reject) {
        read++;
        rejected++;
        rejects.accept(reject);
    }
}
