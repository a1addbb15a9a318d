package dev.wau.warehouse.sql;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rejects of the files that are read until these enter: beyond a bound in a temporary file, whatever the files
 * are full of. Thread-safe while it is filled; then read once, by one thread.
 */
final class RejectSpool implements Closeable {

    private static final int IN_MEMORY = 1_000;

    private final List<OfFile> first = new ArrayList<>();
    private @Nullable FileChannel file;
    private @Nullable DataOutputStream out;
    private long inFile;

    /** A reject and the number of its file. */
    record OfFile(long file, Reject reject) {}

    /** Takes rejects in turn. */
    @FunctionalInterface
    interface Sink {
        void take(OfFile reject);
    }

    synchronized void accept(long fileId, Reject reject) {
        if (first.size() < IN_MEMORY) {
            first.add(new OfFile(fileId, reject));
            return;
        }
        try {
            write(fileId, reject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives all, in the order in which they came, and is empty. */
    synchronized void drain(Sink sink) {
        first.forEach(sink::take);
        first.clear();
        try {
            if (inFile > 0) {
                read(sink);
            }
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(long fileId, Reject reject) throws IOException {
        if (out == null) {
            // Its name goes at once where the system allows it: so a killed process leaves none either.
            file = FileChannel.open(
                    Files.createTempFile("wau-rejects-", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
        }
        out.writeLong(fileId);
        out.writeLong(reject.line());
        out.writeUTF(reject.reason().code());
        writeText(out, reject.message());
        writeText(out, reject.raw());
        inFile++;
    }

    private void read(Sink sink) throws IOException {
        FileChannel written = Objects.requireNonNull(file);
        Objects.requireNonNull(out).flush();
        written.position(0);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(written)));
        for (; inFile > 0; inFile--) {
            sink.take(read(in));
        }
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
    public synchronized void close() throws IOException {
        first.clear();
        inFile = 0;
        out = null;
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
