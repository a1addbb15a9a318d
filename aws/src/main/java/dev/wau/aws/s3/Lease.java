package dev.wau.aws.s3;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/**
 * The object that stands for a hold, as one would-be holder sees it. It says in its first line who holds it, in the second
 * a random word that is the holder's alone, in the third how often it was written, so that each writing has another ETag.
 * For one thread at a time.
 */
final class Lease {

    /**
     * Who holds it.
     *
     * @param isOurs whether this holder wrote it
     * @param expired whether its last sign of life is too long ago, by S3's clock for both ends
     */
    record Found(String etag, String owner, boolean isOurs, boolean expired) {}

    private final S3Bucket bucket;
    private final String key;
    private final HoldTimes times;
    private final AwsRequestOverrideConfiguration inTime;
    private final String word = UUID.randomUUID().toString();
    private final String owner = "process " + ProcessHandle.current().pid() + " on " + host() + " since "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private long writings;

    Lease(S3Bucket bucket, String key, HoldTimes times) {
        this.bucket = bucket;
        this.key = key;
        this.times = times;
        this.inTime = AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(times.renewal())
                .build();
    }

    HoldTimes times() {
        return times;
    }

    /** For messages. */
    String place() {
        return bucket.location().of(key);
    }

    /** The store's. */
    String store() {
        return bucket.location().toString();
    }

    /**
     * Writes it, if it is as it was seen.
     *
     * @param etag as it was seen; null: it wasn't there
     * @return its new ETag; empty if it isn't as it was seen
     */
    Optional<String> write(@Nullable String etag) {
        writings++;
        byte[] text = (owner + "\n" + word + "\n" + writings + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            return Optional.of(bucket.put(
                            bucket.putting(key)
                                    .ifMatch(etag)
                                    .ifNoneMatch(etag == null ? "*" : null)
                                    .overrideConfiguration(inTime),
                            text,
                            text.length)
                    .eTag());
        } catch (SdkException e) {
            return refused(e);
        }
    }

    /** Removes it, if it is as it was seen; whether it was. */
    boolean remove(String etag) {
        try {
            bucket.client()
                    .deleteObject(request ->
                            request.bucket(bucket.name()).key(key).ifMatch(etag).overrideConfiguration(inTime));
            return true;
        } catch (SdkException e) {
            return refused(e).isPresent();
        }
    }

    // 412: it is another one, or there; 404: it is gone; 409: another request for it is under way.
    private Optional<String> refused(SdkException e) {
        int status = S3Errors.status(e);
        boolean gone = status == 404 && !isBucketGone(e);
        if (status == 412 || status == 409 || gone) {
            return Optional.empty();
        }
        throw bucket.failed(S3Action.HOLD, key, e);
    }

    private static boolean isBucketGone(SdkException e) {
        return e instanceof NoSuchBucketException;
    }

    /** What stands there. */
    Optional<Found> find() {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket.name())
                .key(key)
                .overrideConfiguration(inTime)
                .build();
        try {
            return Optional.of(found(bucket.client().getObject(request, ResponseTransformer.toBytes())));
        } catch (SdkException e) {
            if (S3Errors.status(e) == 404) {
                return Optional.empty();
            }
            throw bucket.failed(S3Action.HOLD, key, e);
        }
    }

    private Found found(ResponseBytes<GetObjectResponse> reply) {
        String[] lines = reply.asString(StandardCharsets.UTF_8).split("\n", -1);
        boolean isOurs = lines.length > 1 && lines[1].equals(word);
        return new Found(reply.response().eTag(), lines[0], isOurs, isExpired(reply.response()));
    }

    // Without the server's word for the time nobody can tell: then it is not.
    private boolean isExpired(GetObjectResponse reply) {
        return reply.sdkHttpResponse()
                .firstMatchingHeader("Date")
                .flatMap(Lease::time)
                .map(now -> Duration.between(reply.lastModified(), now).compareTo(times.lease()) > 0)
                .orElse(false);
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }
}
