package dev.wau.aws.glue;

import dev.wau.testing.aws.GlueFake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;

/** A Glue, a real client of it that waits half a second for replies, and an engine on both. Close it. */
final class GlueSetting implements AutoCloseable {

    static final String JOB = "wau-load";

    private final GlueFake fake;
    private final GlueClient client;

    GlueSetting() {
        try {
            fake = GlueFake.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = GlueClient.builder()
                .endpointOverride(fake.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(Duration.ofMillis(500)))
                .build();
    }

    GlueFake fake() {
        return fake;
    }

    /** Defines the job, at most one run at a time. */
    GlueLoadEngine engine(Consumer<Map<String, String>> body) {
        fake.job(JOB, 1, body);
        return engine(JOB);
    }

    GlueLoadEngine engine(String job) {
        return new GlueLoadEngine(
                client, job, Map.of(GlueLoadEngine.CENTRAL_ARGUMENT, "s3://central"), Duration.ofMillis(20));
    }

    GlueCatalog catalog() {
        return new GlueCatalog(client);
    }

    @Override
    public void close() {
        client.close();
        fake.close();
    }
}
