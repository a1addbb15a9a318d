package dev.wau.infra.stack;

import dev.wau.infra.settings.CustomerAccess;
import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.StorageSettings;
import software.amazon.awscdk.services.iam.Role;
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
        if (hasLanding()) {
            access.deliver(landing(buckets, settings));
        }
    }

    private Bucket landing(Buckets buckets, StorageSettings settings) {
        return buckets.encrypted("Landing", deployment.names().landingBucket())
                .versioned(true)
                .lifecycleRules(Buckets.all(settings.landingDays()))
                .serverAccessLogsBucket(logs)
                .serverAccessLogsPrefix("landing/")
                .build();
    }

    /** Whether anybody delivers. */
    boolean hasLanding() {
        return !deployment.customers(CustomerAccess.Kind.DELIVER).isEmpty();
    }

    Bucket central() {
        return central;
    }

    Bucket logs() {
        return logs;
    }

    /** Lets a role read what the buckets' key encrypts, where there is one. */
    void allowReading(Role role) {
        allowKey(role, "kms:Decrypt");
    }

    /** Lets a role read and write what it encrypts. */
    void allowWriting(Role role) {
        allowKey(role, "kms:Decrypt", "kms:GenerateDataKey");
    }

    private void allowKey(Role role, String... actions) {
        String key = deployment.settings().storage().kmsKey();
        if (key != null) {
            role.addToPolicy(Allow.on(key, actions));
        }
    }
}
