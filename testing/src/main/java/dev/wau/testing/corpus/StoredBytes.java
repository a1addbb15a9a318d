package dev.wau.testing.corpus;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A file's bytes, and what a case does to them before they are read. Immutable. */
public final class StoredBytes {

    private final byte[] bytes;

    StoredBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The file. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** After one step: {@code gzip}, {@code zstd}, {@code twice}, {@code cut N}, {@code damage N}, {@code append TEXT}. */
    StoredBytes after(String step) {
        String[] words = step.split(" ", 2);
        return new StoredBytes(
                switch (words[0]) {
                    case "gzip" -> gzip();
                    case "zstd" -> Zstd.compress(bytes);
                    case "halves-gzip" -> halves("gzip");
                    case "halves-zstd" -> halves("zstd");
                    case "cut" -> Arrays.copyOf(bytes, bytes.length - Integer.parseInt(words[1]));
                    case "damage" -> damaged(bytes.length - Integer.parseInt(words[1]));
                    case "append" -> join(bytes, Escapes.bytes(words[1]));
                    default -> throw new IllegalArgumentException("no such step: " + step);
                });
    }

    private byte[] gzip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private byte[] halves(String step) {
        int middle = bytes.length / 2;
        StoredBytes one = new StoredBytes(Arrays.copyOf(bytes, middle));
        StoredBytes other = new StoredBytes(Arrays.copyOfRange(bytes, middle, bytes.length));
        return join(one.after(step).bytes, other.after(step).bytes);
    }

    private byte[] damaged(int at) {
        byte[] copy = bytes.clone();
        copy[at] ^= 0x55;
        return copy;
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
