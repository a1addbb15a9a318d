package dev.wau.aws.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/** Settings that don't depend on the machine a test runs on. */
public final class TestingAccess {

    /** The key of the program itself. */
    public static final String OWN_KEY = "AKIA-WAU";

    private TestingAccess() {}

    /** At home in eu-west-1, with a key of its own. */
    public static AwsSettings settings(@Nullable URI sts) {
        return new AwsSettings(TestingAccess::own, () -> Region.EU_WEST_1, sts, "wau-test");
    }

    /** At home nowhere. */
    static AwsSettings withoutRegion() {
        return new AwsSettings(
                TestingAccess::own,
                () -> {
                    throw SdkClientException.create("Unable to load region");
                },
                null,
                "wau-test");
    }

    private static StaticCredentialsProvider own() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(OWN_KEY, "secret"));
    }
}
