package dev.wau.aws.access;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.net.URI;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * What clients of AWS services are made with, beside the place that they go to.
 *
 * @param credentials of this program itself; asked for once, when the first client is made
 * @param region where this program runs: for places that name no region
 * @param stsEndpoint of the service that roles are taken on from; null: what {@code AWS_ENDPOINT_URL_STS} or the
 *     profile says, else AWS's own for the region
 * @param sessionName whom CloudTrail names in the account that owns a place: 2 to 64 of {@code A-Z a-z 0-9 _ + = , . @ -}
 */
public record AwsSettings(
        Supplier<AwsCredentialsProvider> credentials,
        AwsRegionProvider region,
        @Nullable URI stsEndpoint,
        String sessionName) {

    private static final Pattern SESSION_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{2,64}");
    private static final int MAX_SESSION_NAME = 64;

    public AwsSettings {
        if (!SESSION_NAME.matcher(sessionName).matches()) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid session name: '" + sessionName + "' (2 to 64 of A-Z a-z 0-9 _ + = , . @ -)");
        }
    }

    /** What AWS tools find: environment, profile files, the machine's or function's role. */
    public static AwsSettings surroundings() {
        return new AwsSettings(
                () -> DefaultCredentialsProvider.builder().build(),
                new DefaultAwsRegionProviderChain(),
                null,
                sessionName(System.getenv("AWS_LAMBDA_FUNCTION_NAME")));
    }

    /** {@code wau-FUNCTION} in a function of this name, and {@code wau-command-line} elsewhere. */
    static String sessionName(@Nullable String function) {
        String program = function == null ? "command-line" : function.replaceAll("[^A-Za-z0-9_+=,.@-]", "-");
        String name = "wau-" + program;
        return name.substring(0, Math.min(name.length(), MAX_SESSION_NAME));
    }
}
