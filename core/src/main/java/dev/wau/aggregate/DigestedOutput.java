package dev.wau.aggregate;

import dev.wau.model.Digests;
import dev.wau.model.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what goes through; closing it leaves the stream behind it open. Not thread-safe. */
final class DigestedOutput extends OutputStream {

    private final OutputStream out;
    private final MessageDigest digest = Digests.begin();
    private long count;

    DigestedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        out.write(bytes, start, length);
        digest.update(bytes, start, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long count() {
        return count;
    }

    /** Once, at the end. */
    Sha256 sha256() {
        return Digests.end(digest);
    }
}
