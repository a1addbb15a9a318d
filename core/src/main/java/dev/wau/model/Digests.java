package dev.wau.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of streams and texts: the one place that makes a {@link Sha256}. Thread-safe. */
public final class Digests {

    private static final int BUFFER = 1 << 16;

    private Digests() {}

    /** A digest to feed; for one thread. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Of all that was fed; ends the digest. */
    public static Sha256 end(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** Of the text in UTF-8. */
    public static Sha256 sha256(String text) {
        MessageDigest digest = begin();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return end(digest);
    }

    /** Of all that is left in the stream. */
    public static Sha256 sha256(InputStream bytes) throws IOException {
        MessageDigest digest = begin();
        byte[] buffer = new byte[BUFFER];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return end(digest);
    }
}
