package dev.wau.warehouse.sql;

import dev.wau.csv.RejectSink;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a file's rejects until they are staged: the reader gives them one after the other without a pause, so beyond a
 * bound they wait in a temporary file, whatever the file is full of. Used by one thread at a time: accept, then poll until
 * empty, then accept again.
 */
final class RejectSpool implements RejectSink, Closeable {

    private static final int IN_MEMORY = 1_000;

    private final Deque<Reject> first = new ArrayDeque<>();
    private @Nullable FileChannel file;
    private @Nullable DataOutputStream out;
    private @Nullable DataInputStream in;
    private long inFile;

    @Override
    public void accept(Reject reject) {
        if (first.size() < IN_MEMORY) {
            first.add(reject);
            return;
        }
        try {
            write(reject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next reject, or null when there is none. */
    @Nullable
    Reject poll() throws IOException {
        Reject reject = first.poll();
        return reject == null && inFile > 0 ? read() : reject;
    }

    private void write(Reject reject) throws IOException {
        if (out == null) {
            // Its name goes at once where the system allows it: so a killed process leaves none either.
            file = FileChannel.open(
                    Files.createTempFile("wau-rejects-", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
        }
        out.writeLong(reject.line());
        out.writeUTF(reject.reason().code());
        writeText(out, reject.message());
        writeText(out, reject.raw());
        inFile++;
    }

    private Reject read() throws IOException {
        if (in == null && out != null && file != null) {
            out.flush();
            out = null;
            file.position(0);
            in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
        }
        DataInputStream source = Objects.requireNonNull(in);
        long line = source.readLong();
        RejectReason reason = RejectReason.of(source.readUTF());
        String message = readText(source);
        String raw = readText(source);
        if (--inFile == 0) {
            close();
        }
        return new Reject(line, reason, message == null ? "" : message, raw);
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
        inFile = 0;
        out = null;
        in = null;
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
