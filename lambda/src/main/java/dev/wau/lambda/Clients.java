package dev.wau.lambda;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Clients of AWS with the function's own role, in its own region. They send nothing, and ask for no credentials, before their first call. */
final class Clients {

    /** With all retries: a call that hangs is told as an error before Lambda cuts off a function of a minute. */
    private static final Duration CALL = Duration.ofSeconds(20);

    private static final Duration REPLY = Duration.ofSeconds(8);
    private static final Duration CONNECTION = Duration.ofSeconds(3);

    private Clients() {}

    static GlueClient glue() {
        return patient(GlueClient.builder())
                .overrideConfiguration(override -> override.apiCallTimeout(CALL))
                .build();
    }

    /** One for the process, made when it is first asked for. */
    static LambdaClient lambda() {
        return OfLambda.CLIENT;
    }

    private static final class OfLambda {
        static final LambdaClient CLIENT = patient(LambdaClient.builder())
                .overrideConfiguration(override -> override.apiCallTimeout(CALL))
                .build();
    }

    private static <B extends AwsSyncClientBuilder<B, C>, C> B patient(B builder) {
        return builder.httpClientBuilder(
                ApacheHttpClient.builder().connectionTimeout(CONNECTION).socketTimeout(REPLY));
    }
}
