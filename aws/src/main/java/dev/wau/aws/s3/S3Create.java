package dev.wau.aws.s3;

import dev.wau.model.WauException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Writes an object only where none is. The reply to a request may be lost after S3 has carried it out; tried again, S3 then
 * says that an object is there, and it is ours. So each write carries a random word in the object's metadata, and what is
 * there is asked for it. Thread-safe.
 */
final class S3Create {

    /** The name of that word in the metadata. */
    static final String WRITER = "wau-writer";

    private final S3Bucket bucket;
    private final Backoff backoff;

    S3Create(S3Bucket bucket, Backoff backoff) {
        this.bucket = bucket;
        this.backoff = backoff;
    }

    /** Whether this call wrote it. */
    boolean write(String key, byte[] content) {
        String writer = UUID.randomUUID().toString();
        for (int number = 1; ; number++) {
            try {
                bucket.put(
                        bucket.putting(key).ifNoneMatch("*").metadata(Map.of(WRITER, writer)), content, content.length);
                return true;
            } catch (SdkException e) {
                Optional<Boolean> outcome = outcome(key, writer, e);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                if (S3Errors.status(e) != 409 || number == backoff.tries()) {
                    throw bucket.failed(S3Action.CREATE, key, e);
                }
                // Another write of this key was under way, or a delete: which of them came first is open.
                backoff.pause(number);
            }
        }
    }

    /** What is known in spite of an error. */
    private Optional<Boolean> outcome(String key, String writer, SdkException e) {
        if (S3Errors.status(e) == 412) {
            return Optional.of(isBy(key, writer));
        }
        try {
            return S3Errors.isUnknown(e) && isBy(key, writer) ? Optional.of(true) : Optional.empty();
        } catch (WauException stillUnknown) {
            return Optional.empty();
        }
    }

    private boolean isBy(String key, String writer) {
        return bucket.head(key)
                .map(head -> writer.equals(head.metadata().get(WRITER)))
                .orElse(false);
    }
}
