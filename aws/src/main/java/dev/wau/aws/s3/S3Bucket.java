package dev.wau.aws.s3;

import dev.wau.aws.access.AwsErrors;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A bucket through one client: what all requests of a store have in common. Keys are S3's own. Thread-safe. */
final class S3Bucket {

    private static final String CONTENT_TYPE = "application/octet-stream";

    private final S3Client client;
    private final CloudAccess access;
    private final S3Location location;
    private final @Nullable String encryption;
    private final @Nullable String kmsKey;

    S3Bucket(S3Client client, StorePlace place) {
        this.client = client;
        this.access = place.access();
        this.location = S3Location.of(place.location());
        this.encryption = place.encryption();
        this.kmsKey = place.kmsKey();
    }

    S3Client client() {
        return client;
    }

    S3Location location() {
        return location;
    }

    String name() {
        return location.bucket();
    }

    /**
     * Does what only fails as S3 or the way to it does.
     *
     * @throws WauException in our words
     */
    <T> T call(S3Action action, String key, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw failed(action, key, e);
        }
    }

    WauException failed(S3Action action, String key, SdkException e) {
        String object = location.of(key);
        return AwsErrors.roleRefused(action.verb() + " " + object, access, e)
                .orElseGet(() -> S3Errors.of(action, object, e));
    }

    /** The object's head, or empty. */
    Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(
                    client.headObject(request -> request.bucket(name()).key(key)));
        } catch (SdkException e) {
            if (S3Errors.status(e) == 404) {
                return Optional.empty();
            }
            throw failed(S3Action.FIND, key, e);
        }
    }

    /** Where an object is to be put: encrypted as the place says. */
    PutObjectRequest.Builder putting(String key) {
        return PutObjectRequest.builder()
                .bucket(name())
                .key(key)
                .serverSideEncryption(encryption)
                .ssekmsKeyId(kmsKey);
    }

    /** The same for an upload in parts. */
    CreateMultipartUploadRequest.Builder uploading(String key) {
        return CreateMultipartUploadRequest.builder()
                .bucket(name())
                .key(key)
                .contentType(CONTENT_TYPE)
                .serverSideEncryption(encryption)
                .ssekmsKeyId(kmsKey);
    }

    /** Puts bytes, with their SHA-256, which S3 checks before it stores them. */
    PutObjectResponse put(PutObjectRequest.Builder request, byte[] bytes, int length) throws SdkException {
        return client.putObject(request.checksumSHA256(sha256(bytes, length)).build(), body(bytes, length));
    }

    /** Bytes to send, uncopied; sent again from their beginning when a try fails. */
    static RequestBody body(byte[] bytes, int length) {
        return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes, 0, length), length, CONTENT_TYPE);
    }

    /** A checksum as S3's headers carry it. */
    static String sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** One version of an object. A listing's time may be finer than a head's, which knows seconds: so all know seconds. */
    static StoredObject stored(ObjectKey key, long bytes, Instant modified, String etag) {
        return new StoredObject(key, bytes, modified.truncatedTo(ChronoUnit.SECONDS), etag.replace("\"", ""));
    }

    /** An ETag as the headers of a condition carry it. */
    static String quoted(String version) {
        return "\"" + version + "\"";
    }
}
