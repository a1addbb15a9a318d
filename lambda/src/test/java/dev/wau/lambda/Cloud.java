package dev.wau.lambda;

import dev.wau.aws.access.AwsSettings;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.aws.StsFake;
import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpFaultProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The central bucket, for each customer an account with a bucket that only the customer's role may read, and the {@code
 * wau.yaml} that names them. Close it.
 */
final class Cloud implements AutoCloseable {

    private static final String BUCKET = "audit-logs";
    private static final String HEADER = "timestamp,event,userId\n";

    private final S3Server s3 = S3Server.startWithAccounts();
    private final HttpFaultProxy road = HttpFaultProxy.before(s3.uri());
    private final StsFake sts = new StsFake();
    private final String central = s3.makeBucket();
    private final Map<String, S3Client> accounts = new TreeMap<>();
    private final Path folder;

    private final Connections connections;

    /** @param folder for {@code wau.yaml} */
    Cloud(Path folder) throws IOException {
        this.folder = folder;
        this.connections = Connections.to(road.uri(), sts.uri());
    }

    /** A customer whose role can be taken on, with as many files of two records. */
    Cloud customer(String name, int files) {
        customer(name, "id-" + name);
        for (int file = 1; file <= files; file++) {
            put(name, "logs/" + file + ".csv");
        }
        return this;
    }

    /** A customer whose role asks for another external id. */
    Cloud deniedCustomer(String name) {
        customer(name, "another");
        return this;
    }

    private void customer(String name, String externalId) {
        sts.role(role(name), externalId);
        S3Client account = s3.account(role(name));
        account.createBucket(request -> request.bucket(BUCKET + "-" + name));
        accounts.put(name, account);
    }

    private void put(String customer, String key) {
        String content = HEADER + "2025-06-30 10:00:00,login,u1\n2025-06-30 11:00:00,logout," + key + "\n";
        Objects.requireNonNull(accounts.get(customer), customer)
                .putObject(
                        request -> request.bucket(BUCKET + "-" + customer).key(key), RequestBody.fromString(content));
    }

    /** Each reply with a customer's file comes so much later. */
    void slowFiles(Duration delay) {
        road.fail(
                Integer.MAX_VALUE,
                request -> request.line().matches("GET /[^/]+/logs/.*"),
                HttpFault.changeReply(reply -> {
                    sleep(delay);
                    return reply;
                }));
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The central bucket's name. */
    String central() {
        return central;
    }

    /** Connections to S3 and STS that a function has opened. */
    long connections() throws IOException {
        return connections.opened();
    }

    /** What a program in this process reaches it with, as a function does. */
    AwsSettings settings() {
        return new AwsSettings(
                () -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)),
                () -> Region.EU_WEST_1,
                sts.uri(),
                "wau-testing");
    }

    /** How often customers' files were asked for. */
    long reads() {
        return road.count(request -> request.line().matches("GET /[^/]+/logs/.*"));
    }

    /** The environment of a function with this {@code wau.yaml}. */
    Map<String, String> environment(String missingCustomers) throws IOException {
        Path config = Files.writeString(folder.resolve("wau.yaml"), yaml(missingCustomers));
        return Map.of(
                "WAU_CONFIG",
                config.toString(),
                "AWS_ENDPOINT_URL_STS",
                sts.uri().toString(),
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET_KEY);
    }

    private String yaml(String missingCustomers) {
        StringBuilder yaml = new StringBuilder("""
                central: s3://%s
                aws: {region: eu-west-1, endpoint: "%s"}
                policies: {missing-customers: %s}
                customers:
                """.formatted(central, road.uri(), missingCustomers));
        accounts.keySet()
                .forEach(name -> yaml.append(
                        """
                  %s:
                    source: s3://%s-%s/logs
                    aws: {role: "%s", external-id: id-%s}
                """.formatted(name, BUCKET, name, role(name), name).indent(2)));
        return yaml.toString();
    }

    private static String role(String customer) {
        return "arn:aws:iam::123456789012:role/" + customer;
    }

    /** The keys in the central bucket that begin so. */
    List<String> keys(String prefix) {
        return s3
                .client()
                .listObjectsV2Paginator(request -> request.bucket(central).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /** The only marker. */
    String marker() {
        List<String> keys = keys("complete/");
        if (keys.size() != 1) {
            throw new AssertionError("markers: " + keys);
        }
        return s3.client()
                .getObjectAsBytes(request -> request.bucket(central).key(keys.get(0)))
                .asString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        accounts.values().forEach(S3Client::close);
        road.close();
        s3.close();
        sts.close();
    }
}
