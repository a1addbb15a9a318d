package dev.wau.aws.s3;

/** What is asked of S3, in the words of messages and of policies. */
enum S3Action {
    LIST("list", "s3:ListBucket"),
    LIST_VERSIONS("list the versions of", "s3:ListBucketVersions"),
    FIND("look at", "s3:GetObject (and s3:ListBucket on the bucket: without it S3 also refuses what isn't there)"),
    READ("read", "s3:GetObject"),
    READ_VERSION("read an older version of", "s3:GetObjectVersion"),
    WRITE("write", "s3:PutObject"),
    /** A write that must not replace what another wrote. */
    CREATE("create", "s3:PutObject"),
    /** Taking, renewing and giving up a hold. */
    HOLD("hold", "s3:PutObject, s3:GetObject and s3:DeleteObject"),
    DELETE("delete", "s3:DeleteObject"),
    ABORT("give up the upload of", "s3:AbortMultipartUpload");

    private final String verb;
    private final String permission;

    S3Action(String verb, String permission) {
        this.verb = verb;
        this.permission = permission;
    }

    String verb() {
        return verb;
    }

    String permission() {
        return permission;
    }
}
