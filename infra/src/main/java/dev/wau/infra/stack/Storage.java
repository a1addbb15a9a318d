package dev.wau.infra.stack;

import dev.wau.infra.settings.CustomerAccess;
import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.StorageSettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.constructs.Construct;

/**
 * The central bucket with {@code csv/}, {@code complete/} and {@code staging/}; beside it the bucket where customers deliver,
 * if any does, and the access logs of both. What customers deliver is not yet clean of personal data, so it never enters the
 * central bucket.
 */
final class Storage extends Construct {

    private final Deployment deployment;
    private final Bucket central;
    private final Bucket logs;
    private final @Nullable Bucket landing;

    Storage(Construct scope, Deployment deployment) {
        super(scope, "Storage");
        this.deployment = deployment;
        Buckets buckets = new Buckets(this, deployment);
        StorageSettings settings = deployment.settings().storage();
        logs = buckets.of("Logs", deployment.names().logBucket())
                .encryption(BucketEncryption.S3_MANAGED)
                .lifecycleRules(Buckets.all(settings.accessLogDays()))
                .build();
        central = buckets.encrypted("Central", deployment.names().bucket())
                .versioned(true)
                .lifecycleRules(buckets.central())
                .serverAccessLogsBucket(logs)
                .serverAccessLogsPrefix("central/")
                .build();
        CustomerAccessPoints access = new CustomerAccessPoints(this, deployment);
        access.read(central);
        landing = deployment.customers(CustomerAccess.Kind.DELIVER).isEmpty() ? null : landing(buckets, settings);
        if (landing != null) {
            access.deliver(landing);
        }
    }

    private Bucket landing(Buckets buckets, StorageSettings settings) {
        return buckets.encrypted("Landing", deployment.names().landingBucket())
                .lifecycleRules(Buckets.all(settings.landingDays()))
                .serverAccessLogsBucket(logs)
                .serverAccessLogsPrefix("landing/")
                .build();
    }

    Bucket central() {
        return central;
    }

    Bucket logs() {
        return logs;
    }

    /** Where customers deliver; null: none does. */
    @Nullable
    Bucket landing() {
        return landing;
    }

    /** Lets a role use the key of the buckets, where there is one. */
    void allowKey(IRole role) {
        if (central.getEncryptionKey() != null) {
            central.getEncryptionKey().grantEncryptDecrypt((IGrantable) role);
        }
    }
}
