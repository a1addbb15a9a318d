package dev.wau.infra.settings;

/** How names of things in AWS are written, as regular expressions. */
final class Forms {

    static final String ACCOUNT = "[0-9]{12}";
    static final String REGION = "[a-z]{2}(-[a-z]+)+-[0-9]+";
    static final String KMS_KEY = "arn:[a-z0-9-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+";
    static final String CIDR = "([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}";

    /** Short, since names of buckets, secrets and roles begin with it. */
    static final String NAME = "[a-z][a-z0-9-]{0,18}[a-z0-9]";

    private Forms() {}
}
