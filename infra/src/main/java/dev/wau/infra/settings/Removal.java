package dev.wau.infra.settings;

/** What becomes of data when its stack is deleted. */
public enum Removal {
    /** Bucket, warehouse and logs stay. */
    KEEP,
    /** They go with the stack; a bucket only when it is empty. */
    DELETE
}
