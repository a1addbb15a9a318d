package dev.wau.aws.deployment;

import dev.wau.check.Check;
import dev.wau.check.Checks;
import dev.wau.store.Location;
import dev.wau.testing.aws.DeploymentFake;
import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A deployment, real clients of it, and what is found there. Close it. */
final class Looking implements AutoCloseable {

    private final DeploymentFake fake;
    private final S3Client s3;
    private final GlueClient glue;
    private final LambdaClient lambda;
    private final SqsClient sqs;

    Looking() {
        try {
            fake = DeploymentFake.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        s3 = S3Server.client(fake.bucket().uri()).build();
        glue = client(GlueClient.builder(), fake.glue().endpoint());
        lambda = client(LambdaClient.builder(), fake.lambda().uri());
        sqs = client(SqsClient.builder(), fake.sqs().uri());
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, URI where) {
        return builder.endpointOverride(where)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    DeploymentFake fake() {
        return fake;
    }

    List<Check> bucket(@Nullable String warehouseRegion) {
        return found(checks -> deployment(fake.central()).bucket(checks, warehouseRegion));
    }

    List<Check> load() {
        return found(checks -> deployment(fake.central()).load(checks, DeploymentFake.JOB, Duration.ofHours(4)));
    }

    Deployment deployment(String central) {
        return new Deployment(
                new Services(() -> s3, () -> glue, () -> lambda, () -> sqs),
                Location.of(central),
                InstantSource.system());
    }

    static List<Check> found(Consumer<Checks> look) {
        List<Check> found = new ArrayList<>();
        look.accept(new Checks(found::add));
        return found;
    }

    /** Those that aren't fine. */
    static List<Check> other(List<Check> found) {
        return found.stream().filter(check -> check.state() != Check.State.OK).toList();
    }

    @Override
    public void close() {
        s3.close();
        glue.close();
        lambda.close();
        sqs.close();
        try {
            fake.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
