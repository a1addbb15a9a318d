package dev.wau.lambda;

import java.time.Duration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.glue.GlueClient;

/** Clients of AWS with the function's own role, in its own region. */
final class Clients {

    /** With all retries: a call that hangs is told as an error before Lambda cuts off a function of a minute. */
    private static final Duration CALL = Duration.ofSeconds(20);

    private static final Duration REPLY = Duration.ofSeconds(8);
    private static final Duration CONNECTION = Duration.ofSeconds(3);

    private Clients() {}

    /** Sends nothing, and asks for no credentials, before its first call. */
    static GlueClient glue() {
        return GlueClient.builder()
                .httpClientBuilder(
                        ApacheHttpClient.builder().connectionTimeout(CONNECTION).socketTimeout(REPLY))
                .overrideConfiguration(override -> override.apiCallTimeout(CALL))
                .build();
    }
}
