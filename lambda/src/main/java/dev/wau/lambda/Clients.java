package dev.wau.lambda;

import java.time.Duration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.glue.GlueClient;

/** Clients of AWS with the function's own role, in its own region. */
final class Clients {

    /** Below the shortest time that a function of ours may take, so that an error is told and not cut off. */
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
