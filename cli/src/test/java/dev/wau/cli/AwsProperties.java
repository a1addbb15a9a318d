package dev.wau.cli;

import dev.wau.testing.aws.S3Server;
import java.util.HashMap;
import java.util.Map;

/** Says in the JVM's properties where AWS is and who asks it; gives them back afterwards. */
final class AwsProperties {

    private final Map<String, String> before = new HashMap<>();

    /** The keys of {@link S3Server} and a region. */
    void s3Keys() {
        set("aws.accessKeyId", S3Server.ACCESS_KEY);
        set("aws.secretAccessKey", S3Server.SECRET_KEY);
        set("aws.region", "eu-west-1");
    }

    void set(String name, String value) {
        String old = System.setProperty(name, value);
        before.putIfAbsent(name, old == null ? "" : old);
    }

    void reset() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }
}
