package dev.wau.aws.s3;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** Finds what a bucket with versioning keeps of an object that was replaced. */
final class S3Versions {

    private final S3Bucket bucket;

    S3Versions(S3Bucket bucket) {
        this.bucket = bucket;
    }

    /**
     * The id of the newest version with this ETag; empty if none is kept.
     *
     * @throws SdkException they can't be listed
     */
    Optional<String> find(String key, String etag) throws SdkException {
        ListObjectVersionsRequest request = ListObjectVersionsRequest.builder()
                .bucket(bucket.name())
                .prefix(key)
                .encodingType(EncodingType.URL)
                .build();
        for (ListObjectVersionsResponse page : bucket.client().listObjectVersionsPaginator(request)) {
            List<ObjectVersion> versions = page.versions();
            Optional<String> found = versions.stream()
                    .filter(version ->
                            version.key().equals(key) && version.versionId() != null && etag.equals(version.eTag()))
                    .map(ObjectVersion::versionId)
                    .findFirst();
            // The key's own versions come before those of longer keys.
            if (found.isPresent()
                    || versions.stream().anyMatch(version -> !version.key().equals(key))) {
                return found;
            }
        }
        return Optional.empty();
    }
}
