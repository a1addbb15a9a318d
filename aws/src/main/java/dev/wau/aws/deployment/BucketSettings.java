package dev.wau.aws.deployment;

import dev.wau.aws.access.AwsErrors;
import dev.wau.check.Checks;
import dev.wau.check.Clocks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/**
 * How the central bucket is set up. Only its region can be wrong; the rest is advice. Used by one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html">AWS: HeadBucket</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html">AWS:
 *     GetBucketLifecycleConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html">AWS: GetPublicAccessBlock</a>
 */
final class BucketSettings {

    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String bucket;
    private final String folder;
    private final Asking asking;
    private final Checks checks;
    private final InstantSource clock;
    private final List<String> unknown = new ArrayList<>();

    /**
     * Of a bucket.
     *
     * @param folder in it, {@code ""} or ending in {@code /}
     */
    BucketSettings(S3Client s3, String bucket, String folder, Asking asking, InstantSource clock) {
        this.s3 = s3;
        this.bucket = bucket;
        this.folder = folder;
        this.asking = asking;
        this.checks = asking.checks();
        this.clock = clock;
    }

    /**
     * Looks at all of them.
     *
     * @param warehouseRegion that the bucket must be in too; null: any
     */
    void look(@Nullable String warehouseRegion) {
        head(warehouseRegion);
        versioning();
        publicAccess();
        encryption();
        lifecycle();
        if (!unknown.isEmpty()) {
            checks.note(
                    named("settings"),
                    "this service doesn't know " + String.join(", ", unknown),
                    "look in the service's own settings whether old parts of uploads are removed, and whether the bucket is"
                            + " private and encrypted");
        }
    }

    private void head(@Nullable String warehouseRegion) {
        Instant before = clock.instant();
        Optional<HeadBucketResponse> head =
                asking.ask(named("is there"), "s3:ListBucket", () -> s3.headBucket(request -> request.bucket(bucket)));
        Instant after = clock.instant();
        head.flatMap(BucketSettings::date).ifPresent(theirs -> {
            // The server tells whole seconds, somewhere between.
            Instant ours = before.plus(Duration.between(before, after).dividedBy(2));
            checks.add(Clocks.compare("S3", theirs, ours));
        });
        if (warehouseRegion != null) {
            head.map(HeadBucketResponse::bucketRegion)
                    .ifPresent(region -> checks.require(
                            region.equals(warehouseRegion),
                            named("is in Redshift's region " + warehouseRegion),
                            "it is in " + region + ", and Redshift loads only from a bucket of its own region",
                            "set 'central' to a bucket in " + warehouseRegion + ", or 'warehouse' to a Redshift in "
                                    + region));
        }
    }

    private static Optional<Instant> date(HeadBucketResponse head) {
        return head.sdkHttpResponse().firstMatchingHeader("Date").flatMap(date -> {
            try {
                return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private void versioning() {
        setting(
                "keeps versions",
                "s3:GetBucketVersioning",
                () -> s3.getBucketVersioning(request -> request.bucket(bucket)),
                versioning -> versioning.status() == BucketVersioningStatus.ENABLED,
                "an object that is replaced or deleted is gone",
                "aws s3api put-bucket-versioning --bucket " + bucket + " --versioning-configuration Status=Enabled");
    }

    private void publicAccess() {
        setting(
                "blocks public access",
                "s3:GetBucketPublicAccessBlock",
                () -> s3.getPublicAccessBlock(request -> request.bucket(bucket)),
                block -> blocksAll(block.publicAccessBlockConfiguration()),
                "a policy or an ACL could open it, unless the account's own settings forbid that",
                "aws s3api put-public-access-block --bucket " + bucket
                        + " --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,"
                        + "BlockPublicPolicy=true,RestrictPublicBuckets=true");
    }

    private static boolean blocksAll(PublicAccessBlockConfiguration block) {
        return Boolean.TRUE.equals(block.blockPublicAcls())
                && Boolean.TRUE.equals(block.ignorePublicAcls())
                && Boolean.TRUE.equals(block.blockPublicPolicy())
                && Boolean.TRUE.equals(block.restrictPublicBuckets());
    }

    private void encryption() {
        setting(
                "encrypts what is written",
                "s3:GetEncryptionConfiguration",
                () -> s3.getBucketEncryption(request -> request.bucket(bucket)),
                found -> found.serverSideEncryptionConfiguration().hasRules(),
                "it has no default encryption",
                "aws s3api put-bucket-encryption --bucket " + bucket + " --server-side-encryption-configuration"
                        + " '{\"Rules\":[{\"ApplyServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"AES256\"}}]}'");
    }

    private void lifecycle() {
        setting(
                "removes uploads that were cut off",
                "s3:GetLifecycleConfiguration",
                () -> s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket)),
                found -> found.rules().stream().anyMatch(this::abortsUploads),
                "parts of a large file whose upload broke off stay, unseen, and are billed",
                "add to the bucket's lifecycle a rule with AbortIncompleteMultipartUpload, DaysAfterInitiation 1, for all"
                        + " of it");
    }

    /** Rules that were made long ago have their prefix outside the filter. */
    @SuppressWarnings("deprecation")
    private boolean abortsUploads(LifecycleRule rule) {
        String prefix = rule.filter() == null ? rule.prefix() : rule.filter().prefix();
        return rule.status() == ExpirationStatus.ENABLED
                && rule.abortIncompleteMultipartUpload() != null
                && (prefix == null || folder.startsWith(prefix));
    }

    /** What S3 calls not found is a setting that was never made. */
    private <T> void setting(
            String what, String right, Supplier<T> request, Predicate<T> fine, String problem, String fix) {
        String name = named(what);
        try {
            checks.advise(fine.test(request.get()), name, problem, fix);
        } catch (SdkException e) {
            if (Asking.status(e) == NOT_FOUND && !AwsErrors.code(e).equals("NoSuchBucket")) {
                checks.note(name, problem, fix);
            } else if (Asking.isUnknown(e)) {
                unknown.add("whether it " + what);
            } else {
                asking.failed(name, right, e);
            }
        }
    }

    private String named(String what) {
        return "bucket " + bucket + ": " + what;
    }
}
