package dev.wau.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One file's records in parts, each with a reader of its own, so that several threads can read one file. The file's bytes
 * come from its one stream, a part at a time, and are held until the part's reader is closed: memory is bounded by the
 * size of a part for each reader that is open. Thread-safe; each reader is for one thread.
 *
 * <p>Where a part ends is a guess ({@link PartScan}). The parts' records, lines and rejects are those of the file, unless
 * a part's reader is {@link AuditLogReader#lost} or refuses: then nothing that any of them gave counts, and the file must
 * be read in one go. For what stands before a record doesn't matter to it but by its line: the first part starts where a
 * record does, and where a part that isn't lost ends, the next record starts.
 *
 * <p>Where no end is found within a part's size, the rest of the file is one part.
 */
public final class AuditLogParts implements Closeable {

    private final AuditLogReader file;
    private final InputStream text;
    private final PartScan scan;
    private final int size;
    private final Deque<byte[]> free = new ArrayDeque<>();
    private byte[] block;
    private int held;
    private long line;
    private long counted;
    private boolean ended;

    /**
     * Of a file whose header was read.
     *
     * @param text all that stands after the header
     * @param line of the text's start
     */
    AuditLogParts(AuditLogReader file, InputStream text, long line, PartScan scan, int size) {
        this.file = file;
        this.text = text;
        this.line = line;
        this.scan = scan;
        this.size = size;
        this.block = new byte[size + ByteWindow.SLACK];
    }

    /**
     * Opens the next part; null when there is none.
     *
     * @throws dev.wau.model.FileRefusedException the file can't be read on
     * @throws IOException the bytes could not be read
     */
    public synchronized @Nullable AuditLogReader next(RejectSink rejects) throws IOException {
        if (ended) {
            return null;
        }
        held += text.readNBytes(block, held, size - held);
        boolean whole = held == size;
        int end = whole ? scan.end(block, held) : 0;
        if (end > 0) {
            return file.part(cut(end), rejects);
        }
        ended = true;
        return held == 0 ? null : file.part(rest(whole ? text : InputStream.nullInputStream()), rejects);
    }

    /** A part that ends in the block; what follows starts another block. */
    private Part cut(int end) {
        byte[] bytes = block;
        block = free.isEmpty() ? new byte[bytes.length] : free.pop();
        held -= end;
        System.arraycopy(bytes, end, block, 0, held);
        long first = line;
        line += scan.lineEnds();
        long before = counted;
        counted = file.bytesRead();
        long taken = counted - before;
        return new Part(ByteWindow.part(bytes, end), first, line, () -> taken, new GivingBack(bytes));
    }

    private Part rest(InputStream further) {
        long before = counted;
        LongSupplier taken = () -> file.bytesRead() - before;
        return new Part(file.window(block, held, further), line, Part.ANY_LINE, taken, () -> {});
    }

    /** Once, however often a reader is closed. */
    private final class GivingBack implements Closeable {

        private byte @Nullable [] bytes;

        GivingBack(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            synchronized (AuditLogParts.this) {
                if (bytes != null) {
                    free.push(bytes);
                }
                bytes = null;
            }
        }
    }

    /** Closes the file. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
