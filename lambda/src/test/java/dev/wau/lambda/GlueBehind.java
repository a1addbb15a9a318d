package dev.wau.lambda;

import dev.wau.aws.glue.GlueLoadEngine;
import dev.wau.store.Location;
import dev.wau.testing.aws.GlueFake;
import dev.wau.trigger.MarkerRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;

/** The trigger function in this process, with a Glue behind it that runs one job at a time. Close it. */
final class GlueBehind implements AutoCloseable {

    static final String JOB = "wau-load";

    private final GlueFake glue;
    private final GlueClient client;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final TriggerFunction function;

    GlueBehind(Consumer<Map<String, String>> body) {
        try {
            glue = GlueFake.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        glue.job(JOB, 1, body);
        client = client(glue);
        function = new TriggerFunction(
                MarkerRule.of(Location.of("s3://" + Events.BUCKET), "complete/*.json"),
                new GlueLoadEngine(client, JOB, Map.of()),
                new JsonLog(new PrintStream(log, true, StandardCharsets.UTF_8)));
    }

    /** A client, to be closed. */
    static GlueClient client(GlueFake glue) {
        return GlueClient.builder()
                .endpointOverride(glue.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    GlueFake glue() {
        return glue;
    }

    /** Invokes the function: its reply. */
    String invoke(String event) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            function.handle(Events.stream(event), reply, "request-1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply.toString(StandardCharsets.UTF_8);
    }

    /** What it logged. */
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        glue.close();
    }
}
