package dev.wau.aws.s3;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in the order in which S3 lists them, one page of at most 1,000 in memory. Not thread-safe. */
final class ListedPages {

    private final S3Bucket bucket;
    private final String prefix;
    private final @Nullable String startAfter;
    private List<S3Object> page = List.of();
    private int at;
    private @Nullable String token;
    private boolean last;

    /**
     * Those that begin with a prefix.
     *
     * @param startAfter a key; null for all
     */
    ListedPages(S3Bucket bucket, String prefix, @Nullable String startAfter) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.startAfter = startAfter;
    }

    /** The next object, or null at the end. */
    @Nullable
    S3Object peek() {
        while (at == page.size() && !last) {
            fetch();
        }
        return at == page.size() ? null : page.get(at);
    }

    /** Goes on behind the object that {@link #peek} shows. */
    void advance() {
        at++;
    }

    /** What follows in this page, beginning with what {@link #peek} shows. */
    List<S3Object> rest() {
        return page.subList(at, page.size());
    }

    /** Whether no page follows this one. */
    boolean isLast() {
        return last;
    }

    private void fetch() {
        // Keys may hold characters that XML can't: they come URL-encoded, and the SDK decodes them.
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket.name())
                .prefix(prefix)
                .startAfter(startAfter)
                .continuationToken(token)
                .encodingType(EncodingType.URL)
                .build();
        ListObjectsV2Response reply =
                bucket.call(S3Action.LIST, prefix, () -> bucket.client().listObjectsV2(request));
        page = reply.contents();
        at = 0;
        token = reply.nextContinuationToken();
        last = token == null;
    }
}
