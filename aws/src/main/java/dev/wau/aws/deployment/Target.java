package dev.wau.aws.deployment;

import dev.wau.store.Location;
import java.time.Duration;

/**
 * What a deployment is to serve.
 *
 * @param central its central bucket, in S3
 * @param job its Glue job
 * @param copyTimeout the longest that a COPY of the warehouse may take
 */
record Target(Location central, String job, Duration copyTimeout) {

    private static final String SAMPLE = "2025-01-01T00-00-00.000Z.json";

    /** The bucket's name, or an access point's ARN. */
    String bucket() {
        String name = central.name();
        // An access point's ARN may have a slash before its name.
        int from = name.startsWith("arn:") ? name.indexOf("accesspoint") + "accesspoint/".length() : 0;
        int slash = name.indexOf('/', from);
        return slash < 0 ? name : name.substring(0, slash);
    }

    /** The central bucket's folder in it, {@code ""} or ending in {@code /}. */
    String folder() {
        String rest = central.name().substring(bucket().length());
        String folder = rest.startsWith("/") ? rest.substring(1) : rest;
        return folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    /** Where markers are written. */
    String markers() {
        return folder() + "complete/";
    }

    /** The key of a marker, in the bucket. */
    String marker() {
        return markers() + SAMPLE;
    }
}
