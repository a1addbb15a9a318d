package dev.wau.load;

import dev.wau.model.ErrorCode;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what is read. Used once, by one thread. */
final class ContentDigest {

    private final MessageDigest digest;

    ContentDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new WauException(ErrorCode.INTERNAL, "This Java has no SHA-256", e);
        }
    }

    /** A stream whose bytes count as they are read. */
    InputStream through(InputStream in) {
        return new DigestInputStream(in, digest);
    }

    /** Of all that was read so far; ends the digest. */
    Sha256 sha256() {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** Of a whole object. */
    Sha256 of(ObjectStore store, StoredObject object) {
        try (InputStream in = through(store.read(object))) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot read " + object.key() + ": " + e.getMessage(), e);
        }
        return sha256();
    }
}
