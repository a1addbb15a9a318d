package dev.wau.warehouse.sql;

import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the rejects of the files that are read until these enter, however many there are. Thread-safe while it is filled. */
public final class RejectSpool implements Closeable {

    private final Spool spool = new Spool("rejects");
    private final Map<Long, Long> forgotten = new HashMap<>();

    /** A reject and the number of its file. */
    public record OfFile(long file, Reject reject) {}

    /** Takes rejects in turn. */
    @FunctionalInterface
    public interface Sink {
        void take(OfFile reject);
    }

    void accept(long fileId, Reject reject) {
        try {
            spool.add(out -> {
                out.writeLong(fileId);
                out.writeLong(reject.line());
                out.writeUTF(reject.reason().code());
                writeText(out, reject.message());
                writeText(out, reject.raw());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's rejects so far, which are this many, don't count. */
    synchronized void forget(long fileId, long rejects) {
        forgotten.merge(fileId, rejects, Long::sum);
    }

    /** Gives all that count, in the order in which they came, and is empty. */
    public synchronized void drain(Sink sink) {
        try (DataInputStream in = spool.read()) {
            for (long left = spool.entries(); left > 0; left--) {
                OfFile reject = read(in);
                if (counts(reject.file())) {
                    sink.take(reject);
                }
            }
            spool.clear();
            forgotten.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean counts(long fileId) {
        long left = forgotten.getOrDefault(fileId, 0L);
        if (left > 0) {
            forgotten.put(fileId, left - 1);
        }
        return left == 0;
    }

    private static OfFile read(DataInputStream in) throws IOException {
        long fileId = in.readLong();
        long line = in.readLong();
        RejectReason reason = RejectReason.of(in.readUTF());
        String message = readText(in);
        String raw = readText(in);
        return new OfFile(fileId, new Reject(line, reason, message == null ? "" : message, raw));
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
