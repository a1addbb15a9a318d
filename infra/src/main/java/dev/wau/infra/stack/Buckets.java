package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.StorageSettings;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/** How every bucket is made: private, encrypted, by TLS alone, and cleaned up after. */
final class Buckets {

    /** Of uploads that were cut off, S3 keeps and bills the parts. */
    private static final Duration UPLOADS = Duration.days(1);

    private final Construct scope;
    private final Deployment deployment;

    Buckets(Construct scope, Deployment deployment) {
        this.scope = scope;
        this.deployment = deployment;
    }

    /** What all have in common. */
    Bucket.Builder of(String id, String name) {
        return Bucket.Builder.create(scope, id)
                .bucketName(name)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .removalPolicy(Removals.of(deployment));
    }

    /** With the key that settings name, or S3's own. */
    Bucket.Builder encrypted(String id, String name) {
        String key = deployment.settings().storage().kmsKey();
        if (key == null) {
            return of(id, name).encryption(BucketEncryption.S3_MANAGED);
        }
        return of(id, name)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(Key.fromKeyArn(scope, id + "Key", key))
                .bucketKeyEnabled(true);
    }

    List<LifecycleRule> central() {
        StorageSettings storage = deployment.settings().storage();
        List<LifecycleRule> rules = new ArrayList<>(List.of(
                uploads(),
                LifecycleRule.builder()
                        .id("staging")
                        .prefix("staging/")
                        .expiration(Duration.days(storage.stagingDays()))
                        .noncurrentVersionExpiration(Duration.days(1))
                        .build(),
                LifecycleRule.builder()
                        .id("staging-holds")
                        .prefix(".wau-staging-")
                        .expiration(Duration.days(storage.stagingDays()))
                        .noncurrentVersionExpiration(Duration.days(1))
                        .build()));
        if (storage.oldVersionDays() > 0) {
            rules.add(LifecycleRule.builder()
                    .id("old-versions")
                    .noncurrentVersionExpiration(Duration.days(storage.oldVersionDays()))
                    .expiredObjectDeleteMarker(true)
                    .build());
        }
        if (storage.archiveCsvDays() > 0) {
            rules.add(LifecycleRule.builder()
                    .id("archive-csv")
                    .prefix("csv/")
                    .transitions(List.of(Transition.builder()
                            .storageClass(StorageClass.GLACIER_INSTANT_RETRIEVAL)
                            .transitionAfter(Duration.days(storage.archiveCsvDays()))
                            .build()))
                    .build());
        }
        return rules;
    }

    /** Everything goes after so many days, and what it had replaced a day later at most; 0: stays. */
    static List<LifecycleRule> all(int days) {
        List<LifecycleRule> rules = new ArrayList<>(List.of(uploads()));
        if (days > 0) {
            rules.add(LifecycleRule.builder()
                    .id("all")
                    .expiration(Duration.days(days))
                    .noncurrentVersionExpiration(Duration.days(1))
                    .build());
        }
        return rules;
    }

    private static LifecycleRule uploads() {
        return LifecycleRule.builder()
                .id("uploads")
                .abortIncompleteMultipartUploadAfter(UPLOADS)
                .build();
    }
}
