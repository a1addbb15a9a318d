package dev.wau.infra.cost;

import dev.wau.infra.settings.StorageSettings;

/**
 * The buckets. One file in twenty is taken to be exported again, which leaves an old version; a load's parts are a third of
 * its CSV (docs/scale.md: 23 MB make 8) and are gone after two days. Access logs take 600 bytes a request. Files below 128 KB
 * aren't archived.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html">AWS:
 *     small objects don't change their class</a>
 */
final class StorageCost {

    private static final String STAGE = "store";
    private static final double EXPORTED_AGAIN = 0.05;
    private static final double PARTS = 8.0 / 23;
    private static final int DAYS_OF_PARTS = 2;
    private static final double GIGABYTES_OF_A_LOGGED_REQUEST = 600e-9;
    private static final double SMALLEST_ARCHIVED = 128 * 1024 / 1e9;

    /** With a bucket key, S3 asks KMS for about one request in a hundred. */
    private static final double ASKS_KMS = 0.01;

    private StorageCost() {}

    static void add(Bill bill, Work work) {
        StorageSettings storage = work.settings().storage();
        double day = work.usage().gigabytesPerDay();
        double kept = day * work.days();
        double current = archives(work) ? day * work.days(storage.archiveCsvDays()) : kept;
        bill.add(STAGE, "csv/", current, PriceId.S3_STORAGE);
        bill.add(STAGE, "csv/, archived", kept - current, PriceId.S3_ARCHIVE);
        if (kept > current) {
            double moved = Work.monthly(work.usage().filesPerDay());
            bill.add(STAGE, "moving to archive", moved, PriceId.S3_ARCHIVE_TRANSITION);
        }
        double old = day * EXPORTED_AGAIN * work.days(storage.oldVersionDays()) + day * PARTS * DAYS_OF_PARTS;
        bill.add(STAGE, "old versions, parts", old, PriceId.S3_STORAGE);
        double landed = day * work.delivered() * work.days(storage.landingDays());
        bill.add(STAGE, "delivered files", landed, PriceId.S3_STORAGE);
        Requests requests = Requests.of(work);
        double logged = requests.all() / Month.DAYS * GIGABYTES_OF_A_LOGGED_REQUEST + NetworkCost.flowLogsPerDay(work);
        bill.add(STAGE, "access and flow logs", logged * work.days(storage.accessLogDays()), PriceId.S3_STORAGE);
        bill.add(STAGE, "PUT, LIST", requests.puts(), PriceId.S3_PUT);
        bill.add(STAGE, "GET, HEAD", requests.gets(), PriceId.S3_GET);
        if (storage.kmsKey() != null) {
            bill.add(STAGE, "asking the key", requests.all() * ASKS_KMS, PriceId.KMS);
        }
    }

    private static boolean archives(Work work) {
        double files = work.usage().filesPerDay();
        return work.settings().storage().archiveCsvDays() > 0
                && files > 0
                && work.usage().gigabytesPerDay() / files >= SMALLEST_ARCHIVED;
    }
}
