package dev.wau.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.Aggregator;
import dev.wau.aws.access.AwsSettings;
import dev.wau.collect.Connectors;
import dev.wau.complete.CustomerOutcome;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import dev.wau.progress.Progress;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.aws.StsFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Customers in accounts of their own, through roles, as {@code wau.yaml} names them. */
final class AwsPlacesTest {

    private static final List<String> CUSTOMERS = List.of("acme", "globex", "initech");

    private final StsFake sts = new StsFake();
    private final AtomicInteger asked = new AtomicInteger();
    private AwsPlaces places = new AwsPlaces(() -> settings(own()), InstantSource.system());
    private S3Server s3;
    private String central = "";

    @TempDir
    Path folder;

    @BeforeEach
    void accounts() throws IOException {
        s3 = S3Server.startWithAccounts();
        central = s3.makeBucket();
        for (String customer : CUSTOMERS) {
            sts.role(role(customer), "id-of-" + customer);
            try (S3Client owner = s3.account(role(customer))) {
                owner.createBucket(request -> request.bucket(bucket(customer)));
                owner.putObject(
                        request -> request.bucket(bucket(customer)).key("export/day.csv"),
                        RequestBody.fromString(
                                "event,userId,timestamp\nlogin," + customer + "-user,2023-04-05 06:07:08.009\n"));
            }
        }
    }

    @AfterEach
    void close() {
        places.close();
        sts.close();
        s3.close();
    }

    @Test
    void eachCustomerIsReadWithItsOwnRole() throws IOException {
        AggregateResult result = aggregate("id-of-globex");

        assertThat(result.failed()).isEmpty();
        for (String customer : CUSTOMERS) {
            assertThat(text("csv/" + customer + "/day.csv")).contains(customer + "-user");
            assertThat(sts.asked(role(customer))).isEqualTo(1);
        }
        assertThat(sts.sessionNames()).containsExactly("wau-test");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aRoleThatIsRefusedFailsItsCustomerInAwsWordsAndNoOther() throws IOException {
        AggregateResult result = aggregate("wrong-id");

        assertThat(result.failed())
                .extracting(failed -> failed.customer().toString())
                .containsExactly("globex");
        assertThat(Objects.requireNonNull(result.failed().get(0).error()))
                .contains(
                        "s3://audit-logs-globex/export", role("globex"), "is not authorized to perform: sts:AssumeRole")
                .contains("AccessDenied", "external-id");
        String marker = text(Objects.requireNonNull(result.marker()).path());
        assertThat(marker).contains("sts:AssumeRole");
        assertThat(result.customers())
                .filteredOn(customer -> customer.outcome() == CustomerOutcome.Outcome.COPIED)
                .hasSize(2);
    }

    @Test
    void whereNoCredentialsAreFoundItSaysWhatToDo() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
        };
        places = new AwsPlaces(() -> settings(none), InstantSource.system());

        assertThatThrownBy(() -> aggregate("id-of-globex"))
                .hasMessageContaining("no AWS credentials were found. Set AWS_PROFILE")
                .hasMessageNotContaining("providers in the chain");
    }

    @Test
    void whatStaysOnFoldersAsksNothingOfAws() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Path file = folder.resolve("wau.yaml");
        Files.writeString(file, "central: central\ncustomers:\n  acme:\n    source: in\n", UTF_8);

        run(ConfigReader.read(file, Map.of()));

        assertThat(asked).hasValue(0);
    }

    private AggregateResult aggregate(String externalIdOfGlobex) throws IOException {
        StringBuilder yaml = new StringBuilder("central: s3://" + central + "\naws:\n  endpoint: " + s3.uri()
                + "\n  region: eu-west-1\npolicies:\n  missing-customers: partial\ncustomers:\n");
        for (String customer : CUSTOMERS) {
            String id = customer.equals("globex") ? externalIdOfGlobex : "id-of-" + customer;
            yaml.append("  %s:%n    source: s3://%s/export%n    aws:%n      role: %s%n      external-id: %s%n"
                    .formatted(customer, bucket(customer), role(customer), id));
        }
        Path file = folder.resolve("wau.yaml");
        Files.writeString(file, yaml, UTF_8);
        return run(ConfigReader.read(file, Map.of()));
    }

    private AggregateResult run(WauConfig config) {
        Connectors connectors = places.with(Connectors.folders(InstantSource.system()));
        return Aggregator.of(config, connectors, Progress.NONE).run();
    }

    private String text(String key) throws IOException {
        return s3.client()
                .getObjectAsBytes(request -> request.bucket(central).key(key))
                .asUtf8String();
    }

    private AwsSettings settings(AwsCredentialsProvider credentials) {
        asked.incrementAndGet();
        return new AwsSettings(() -> credentials, () -> Region.EU_WEST_1, sts.uri(), "wau-test");
    }

    private static AwsCredentialsProvider own() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY));
    }

    private static String bucket(String customer) {
        return "audit-logs-" + customer;
    }

    private static String role(String customer) {
        return "arn:aws:iam::123456789012:role/" + customer;
    }
}
