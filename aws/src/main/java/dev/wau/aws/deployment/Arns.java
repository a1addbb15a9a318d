package dev.wau.aws.deployment;

/** Parts of ARNs: {@code arn:aws:sqs:eu-west-1:123456789012:wau-markers}. */
final class Arns {

    private static final int ACCOUNT = 4;
    private static final int RESOURCE = 5;

    private Arns() {}

    /** What it names, without its kind: a queue's or a function's name, without a version. */
    static String name(String arn) {
        String[] parts = arn.split(":", RESOURCE + 1);
        String resource = parts.length > RESOURCE ? parts[RESOURCE] : arn;
        String name = resource.startsWith("function:") ? resource.substring("function:".length()) : resource;
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }

    /** The account that it is in. */
    static String account(String arn) {
        String[] parts = arn.split(":", RESOURCE + 1);
        return parts.length > ACCOUNT ? parts[ACCOUNT] : "";
    }
}
