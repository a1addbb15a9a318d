package dev.wau.load;

import dev.wau.model.Digests;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** The SHA-256 of what is read. Used once, by one thread. */
final class ContentDigest {

    private final MessageDigest digest = Digests.begin();

    /** A stream whose bytes count as they are read. */
    InputStream through(InputStream in) {
        return new DigestInputStream(in, digest);
    }

    /** Of all that was read so far; ends the digest. */
    Sha256 sha256() {
        return Digests.end(digest);
    }

    /** Of a whole object, whose bytes are closed then. */
    Sha256 of(ObjectKey key, InputStream bytes) {
        try (InputStream in = through(bytes)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot read " + key + ": " + e.getMessage(), e);
        }
        return sha256();
    }
}
