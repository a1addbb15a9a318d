package dev.wau.aws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.testing.aws.FakeEndpoint;
import dev.wau.testing.aws.LogsFake;
import dev.wau.testing.aws.SignedRequest;
import dev.wau.testing.aws.StsFake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.s3.S3Client;

final class AwsClientsTest {

    private static final String ACME = "arn:aws:iam::222222222222:role/acme-reader";
    private static final String GLOBEX = "arn:aws:iam::333333333333:role/globex-reader";

    private final StsFake sts = new StsFake();
    private final LogsFake logs = new LogsFake();
    private final AwsClients clients = new AwsClients(TestingAccess.settings(sts.uri()));

    @AfterEach
    void close() {
        clients.close();
        logs.close();
        sts.close();
    }

    @Test
    void manyThreadsOfTwoCustomersNeverMixTheirCredentials() throws Exception {
        sts.role(ACME, "acme-id");
        sts.role(GLOBEX, "globex-id");
        // So short that every call takes new ones.
        sts.lifetime(Duration.ofSeconds(30));
        logs.group("/acme", Instant.EPOCH, ACME);
        logs.group("/globex", Instant.EPOCH, GLOBEX);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> calls = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            calls.add(threads.submit(() -> filter(clients.logs(access(ACME, "acme-id")), "/acme")));
            calls.add(threads.submit(() -> filter(clients.logs(access(GLOBEX, "globex-id")), "/globex")));
        }
        for (Future<?> call : calls) {
            // The fake lets nobody in but the group's role, with that key's own token.
            call.get();
        }
        threads.shutdown();
        assertThat(logs.requests())
                .hasSize(200)
                .allSatisfy(request -> assertThat(
                                StsFake.isKeyOf(request.body().contains("/acme") ? ACME : GLOBEX, request.accessKey()))
                        .isTrue());
    }

    @Test
    void credentialsAreTakenOnceAsLongAsTheyLast() {
        sts.role(ACME, "acme-id");
        logs.group("/acme", Instant.EPOCH, ACME);

        for (int call = 0; call < 5; call++) {
            filter(clients.logs(access(ACME, "acme-id")), "/acme");
        }

        assertThat(sts.asked(ACME)).isEqualTo(1);
        assertThat(logs.requests()).extracting(SignedRequest::accessKey).containsOnly("ASIA-acme-reader-1");
        assertThat(sts.sessionNames()).containsExactly("wau-test");
    }

    @Test
    void credentialsAreRenewedBeforeTheyExpire() {
        sts.role(ACME, null);
        sts.lifetime(Duration.ofSeconds(30));
        logs.group("/acme", Instant.EPOCH, ACME);

        filter(clients.logs(access(ACME, null)), "/acme");
        sts.lifetime(Duration.ofHours(1));
        filter(clients.logs(access(ACME, null)), "/acme");
        filter(clients.logs(access(ACME, null)), "/acme");

        assertThat(logs.requests())
                .extracting(SignedRequest::accessKey)
                .containsExactly("ASIA-acme-reader-1", "ASIA-acme-reader-2", "ASIA-acme-reader-2");
    }

    @Test
    void oneRoleWithTwoExternalIdsIsTwo() {
        sts.role(ACME, "acme-id");
        logs.group("/acme", Instant.EPOCH, ACME);
        filter(clients.logs(access(ACME, "acme-id")), "/acme");

        assertThatThrownBy(() -> filter(clients.logs(access(ACME, "other")), "/acme"))
                .isInstanceOf(SdkException.class);
    }

    @Test
    void aPlaceWithoutARoleIsReachedWithTheProgramsOwnKey() {
        logs.group("/own", Instant.EPOCH, (Integer) null);

        filter(clients.logs(access(null, null)), "/own");

        assertThat(logs.requests()).extracting(SignedRequest::accessKey).containsExactly(TestingAccess.OWN_KEY);
    }

    @Test
    void throttledCallsAreTriedAgain() {
        logs.group("/own", Instant.EPOCH, (Integer) null);
        logs.behave(new LogsFake.Manners(10, false, false, false, 2));

        filter(clients.logs(access(null, null)), "/own");
        filter(clients.logs(access(null, null)), "/own");

        assertThat(logs.requests()).hasSize(3);
    }

    @Test
    void withoutARegionTheThreeWaysToGiveOneAreNamed() {
        try (AwsClients nowhere = new AwsClients(TestingAccess.withoutRegion())) {
            assertThatThrownBy(() -> nowhere.s3(CloudAccess.DEFAULT))
                    .isInstanceOfSatisfying(
                            WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                    .hasMessage("Cannot reach AWS: no region is known. Set 'region' at the place in wau.yaml, or"
                            + " AWS_REGION in the environment, or 'region' in the profile (~/.aws/config).");
        }
    }

    @Test
    void anEndpointIsAUrl() {
        CloudAccess wrong = new CloudAccess("eu-west-1", "storage.example.com:9000", null, null);

        assertThatThrownBy(() -> clients.s3(wrong))
                .hasMessage("Invalid endpoint: 'storage.example.com:9000' (a URL such as https://storage.example.com)");
    }

    @Test
    void bucketsStandInThePathOfAnEndpoint() {
        try (FakeEndpoint s3 = new FakeEndpoint(request -> new FakeEndpoint.Reply(200, "", ""))) {
            clients.s3(new CloudAccess("eu-west-1", s3.uri().toString(), null, null))
                    .headBucket(request -> request.bucket("central"));

            assertThat(s3.requests()).extracting(SignedRequest::path).containsExactly("/central");
        }
    }

    @Test
    void anAccessPointIsReachedInItsOwnRegion() {
        String arn = "arn:aws:s3:eu-central-1:222222222222:accesspoint/audit";

        assertThat(host(clients.s3(CloudAccess.DEFAULT), arn))
                .isEqualTo("audit-222222222222.s3-accesspoint.eu-central-1.amazonaws.com");
        assertThat(host(clients.s3(CloudAccess.DEFAULT), "central")).isEqualTo("central.s3.eu-west-1.amazonaws.com");
    }

    @Test
    void glueIsAskedInItsOwnProtocol() {
        try (FakeEndpoint glue = new FakeEndpoint(
                request -> new FakeEndpoint.Reply(400, "application/x-amz-json-1.1", "{\"__type\":\"NoSuchJob\"}"))) {
            CloudAccess access = new CloudAccess("eu-west-1", glue.uri().toString(), null, null);

            assertThatThrownBy(() -> clients.glue(access).getJob(request -> request.jobName("load")))
                    .isInstanceOf(GlueException.class);
            assertThat(glue.requests()).extracting(SignedRequest::operation).containsExactly("GetJob");
        }
    }

    @Test
    void aPlaceHasOneClient() {
        assertThat(clients.s3(CloudAccess.DEFAULT)).isSameAs(clients.s3(new CloudAccess(null, null, null, null)));
    }

    @Test
    void theSurroundingsMayNameTheRolesEndpoint() {
        sts.role(ACME, null);
        logs.group("/acme", Instant.EPOCH, ACME);
        System.setProperty("aws.endpointUrlSts", sts.uri().toString());
        try (AwsClients told = new AwsClients(TestingAccess.settings(null))) {
            filter(told.logs(access(ACME, null)), "/acme");
        } finally {
            System.clearProperty("aws.endpointUrlSts");
        }

        assertThat(sts.asked(ACME)).isEqualTo(1);
    }

    @Test
    void closedClientsAreNotMade() {
        clients.close();

        assertThatThrownBy(() -> clients.s3(CloudAccess.DEFAULT)).isInstanceOf(IllegalStateException.class);
    }

    private CloudAccess access(@Nullable String role, @Nullable String externalId) {
        return new CloudAccess("eu-west-1", logs.uri().toString(), role, externalId);
    }

    private static int filter(CloudWatchLogsClient client, String group) {
        return client.filterLogEvents(request -> request.logGroupIdentifier(group))
                .events()
                .size();
    }

    /** Where a request for this bucket would go. */
    private static @Nullable String host(S3Client s3, String bucket) {
        AtomicReference<@Nullable String> host = new AtomicReference<>();
        ExecutionInterceptor stop = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                host.set(context.httpRequest().host());
                throw new IllegalStateException("Far enough");
            }
        };
        assertThatThrownBy(() -> s3.getObject(request -> request.bucket(bucket)
                        .key("x")
                        .overrideConfiguration(request1 -> request1.addPlugin(
                                config -> config.overrideConfiguration(config.overrideConfiguration().toBuilder()
                                        .addExecutionInterceptor(stop)
                                        .build())))))
                .hasMessageContaining("Far enough");
        return host.get();
    }
}
