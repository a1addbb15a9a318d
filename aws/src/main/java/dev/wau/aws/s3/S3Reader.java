package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Opens one version of one object, from any of its bytes on. The version is asked for by its ETag, for which the right to
 * read objects is enough. Where another has come meanwhile, a bucket that keeps versions is asked by version id, which S3
 * told at the first opening, or which is looked up. For one stream.
 */
final class S3Reader {

    private final S3Bucket bucket;
    private final String key;
    private final String etag;
    private @Nullable String versionId;

    S3Reader(S3Bucket bucket, String key, String version) {
        this.bucket = bucket;
        this.key = key;
        this.etag = S3Bucket.quoted(version);
    }

    S3Bucket bucket() {
        return bucket;
    }

    String key() {
        return key;
    }

    /**
     * The bytes from this one on.
     *
     * @throws WauException OBJECT_CHANGED, NOT_FOUND, STORE_FAILED
     */
    ResponseInputStream<GetObjectResponse> open(long from) {
        try {
            return get(from, null);
        } catch (SdkException e) {
            int status = S3Errors.status(e);
            boolean replaced = status == 412 || (status == 404 && versionId != null);
            if (!replaced) {
                throw bucket.failed(S3Action.READ, key, e);
            }
        }
        String known = versionId == null ? olderVersion() : versionId;
        return bucket.call(S3Action.READ_VERSION, key, () -> get(from, known));
    }

    private ResponseInputStream<GetObjectResponse> get(long from, @Nullable String version) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket.name())
                .key(key)
                .versionId(version)
                .ifMatch(etag)
                .range(from == 0 ? null : "bytes=" + from + "-")
                .build();
        // No limit on the time to the first read: who waits too long finds the connection closed, and goes on anew.
        ResponseInputStream<GetObjectResponse> bytes =
                bucket.client().getObject(request, ResponseTransformer.toInputStream(Duration.ZERO));
        versionId = bytes.response().versionId();
        if (from > 0 && bytes.response().contentRange() == null) {
            bytes.abort();
            throw wholeSent(from);
        }
        return bytes;
    }

    // HTTP allows it, and then these would be other bytes.
    private WauException wholeSent(long from) {
        return new WauException(
                ErrorCode.STORE_FAILED,
                "Cannot read " + bucket.location().of(key) + " from byte " + from
                        + ": the service sent the whole object. Use a service, and any proxy between, that knows ranges"
                        + " (Range).");
    }

    private String olderVersion() {
        try {
            Optional<String> older = new S3Versions(bucket).find(key, etag);
            return older.orElseThrow(() -> changed("the bucket keeps no older version"));
        } catch (SdkException e) {
            if (S3Errors.isUnknown(e)) {
                throw bucket.failed(S3Action.LIST_VERSIONS, key, e);
            }
            // Refused for good: then this version can't be had, whether it is kept or not.
            throw changed(bucket.failed(S3Action.LIST_VERSIONS, key, e).getMessage());
        }
    }

    private WauException changed(@Nullable String why) {
        return new WauException(
                ErrorCode.OBJECT_CHANGED,
                "Cannot read " + bucket.location().of(key) + ": it was replaced since it was listed with ETag " + etag
                        + "; " + why);
    }
}
