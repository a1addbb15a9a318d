package dev.wau.infra.settings;

import dev.wau.config.yaml.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether AWS takes the names that were made, and whether they are all different. */
record NameRules(Problems problems) {

    /** @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">AWS: buckets' names</a> */
    private static final int LONGEST_BUCKET = 63;

    /** Access points come one by one, and a stack holds 500 resources, a bucket's policy 20 KB. */
    private static final int MOST_CUSTOMERS = 200;

    void check(List<Draft> drafts) {
        Map<String, Draft> taken = new HashMap<>();
        for (Draft draft : drafts) {
            Names names = draft.names();
            String place = names.account() + " " + names.region() + " ";
            for (String bucket : List.of(names.bucket(), names.landingBucket(), names.logBucket())) {
                length(draft, bucket);
                once(draft, taken, "bucket", bucket, bucket);
            }
            once(draft, taken, "workgroup", names.workgroup(), place + "workgroup " + names.workgroup());
            once(draft, taken, "namespace", names.namespace(), place + "namespace " + names.namespace());
            once(draft, taken, "catalog.database", names.catalog(), place + "catalog " + names.catalog());
            places(draft);
            if (draft.settings().customers().size() > MOST_CUSTOMERS) {
                problem(
                        draft,
                        draft.settings().customers().size() + " customers' accounts with access ("
                                + MOST_CUSTOMERS
                                + " at most; others are read by a role of theirs: customers.NAME.aws.role in"
                                + " wau.yaml)");
            }
        }
    }

    private void length(Draft draft, String bucket) {
        if (bucket.length() > LONGEST_BUCKET) {
            problem(
                    draft,
                    "the bucket's name '" + bucket + "' has " + bucket.length() + " letters, and S3 takes "
                            + LONGEST_BUCKET + " (shorten 'name' or the environment's)");
        }
    }

    private void once(Draft draft, Map<String, Draft> taken, String what, String name, String key) {
        if (taken.putIfAbsent(key, draft) != null) {
            problem(
                    draft,
                    "the " + what + " '" + name + "' is there already: another environment's, or the bucket for"
                            + " deliveries or logs");
        }
    }

    /** What is named by its place is in the environment's. */
    private void places(Draft draft) {
        String region = draft.names().region();
        draft.settings().network().zones().stream()
                .filter(zone -> !zone.startsWith(region))
                .forEach(zone -> problem(draft, "availability zone '" + zone + "' isn't in region " + region));
        String key = draft.settings().storage().kmsKey();
        if (key != null && !key.contains(":" + region + ":")) {
            problem(draft, "storage.kms-key '" + key + "' isn't in region " + region);
        }
    }

    private void problem(Draft draft, String message) {
        problems.add(draft.section().line(), draft.section().words() + ": " + message);
    }
}
