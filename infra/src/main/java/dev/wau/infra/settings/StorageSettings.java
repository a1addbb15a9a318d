package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import org.jspecify.annotations.Nullable;

/**
 * The central bucket and those beside it. Days are whole ones after an object was written; 0: never.
 *
 * @param bucket the central bucket's name; null: made of the deployment's name, account and region
 * @param kmsKey the ARN of the key for the bucket's objects; null: S3's own keys
 * @param stagingDays after which what a run left under {@code staging/} goes; a run's own end removes it long before
 * @param oldVersionDays after which overwritten and deleted versions go
 * @param archiveCsvDays after which {@code csv/} moves to Glacier Instant Retrieval, where it can still be read at once
 * @param landingDays after which what customers delivered goes
 * @param accessLogDays after which access logs go
 */
public record StorageSettings(
        @Nullable String bucket,
        @Nullable String kmsKey,
        int stagingDays,
        int oldVersionDays,
        int archiveCsvDays,
        int landingDays,
        int accessLogDays) {

    static final StorageSettings DEFAULT = new StorageSettings(null, null, 7, 90, 0, 30, 400);
    private static final int MOST_DAYS = 36_500;

    /** @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">AWS: buckets' names</a> */
    private static final String BUCKET = "(?!xn--|sthree-|amzn-s3-demo-)"
            + "(?!.*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]";

    static StorageSettings read(Section section, StorageSettings base) {
        Values values = new Values(section);
        return new StorageSettings(
                values.orNone(
                        "bucket",
                        "3 to 63 small letters, digits and hyphens, no dots, which TLS doesn't like in a host's name, and"
                                + " nothing that S3 reserves",
                        BUCKET,
                        base.bucket),
                values.orNone(
                        "kms-key", "the key's ARN: arn:aws:kms:REGION:ACCOUNT:key/ID", Forms.KMS_KEY, base.kmsKey),
                values.number("staging-days", 1, MOST_DAYS, base.stagingDays),
                values.number("old-version-days", 0, MOST_DAYS, base.oldVersionDays),
                values.number("archive-csv-days", 0, MOST_DAYS, base.archiveCsvDays),
                values.number("landing-days", 0, MOST_DAYS, base.landingDays),
                values.number("access-log-days", 0, MOST_DAYS, base.accessLogDays));
    }
}
