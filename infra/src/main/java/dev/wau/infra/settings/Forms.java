package dev.wau.infra.settings;

/** How names of things in AWS are written, as regular expressions. */
final class Forms {

    static final String ACCOUNT = "[0-9]{12}";
    static final String REGION = "[a-z]{2}(-[a-z]+)+-[0-9]+";
    static final String KMS_KEY = "arn:[a-z0-9-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+";
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final String ADDRESS = BYTE + "(\\." + BYTE + "){3}";

    /** What a VPC of ours may have: room for Glue's workers and Redshift in each of its three subnets. */
    static final String VPC_CIDR = ADDRESS + "/(1[6-9]|2[0-4])";

    /** No larger than the largest private network: never the whole internet, in one block or in two. */
    static final String CIDR = ADDRESS + "/([89]|[12][0-9]|3[0-2])";

    /** Short, since names of buckets, secrets and roles begin with it. */
    static final String NAME = "[a-z][a-z0-9-]{0,18}[a-z0-9]";

    private Forms() {}
}
