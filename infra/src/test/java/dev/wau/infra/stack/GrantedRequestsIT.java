package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.Commands;
import dev.wau.cli.command.CommandRunner;
import dev.wau.cli.command.Surroundings;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.TerminalSettings;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.aws.SecretsFake;
import dev.wau.testing.network.HttpFaultProxy;
import dev.wau.testing.redshift.RedshiftStandIn;
import dev.wau.testing.redshift.SharedRedshift;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * That policies allow what the stages do: aggregation and load run against a real S3 server and Redshift's stand-in, and every
 * request that they send to S3 is held against the policy of the role that would send it.
 */
class GrantedRequestsIT {

    private static final String CENTRAL = "wau-test-central-111122223333-eu-west-1";
    private static final String LANDING = "wau-test-landing-111122223333-eu-west-1";
    private static final String ACCESS = "customers:\n  initech: {account: \"555566667777\", access: deliver}\n";
    private static final String HEADER = "timestamp,event,userId\n";
    private static final String LONG_ROW = "2025-01-06 10:00:00,login,somebody," + "d".repeat(2_000) + "\n";
    private static final S3Server S3 = SharedRedshift.s3();

    private final TestingStack stack = TestingStack.of(ACCESS);
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final SecretsFake secrets = new SecretsFake();
    private final HttpFaultProxy recorder;
    private String before = "";

    @TempDir
    Path folder;

    GrantedRequestsIT() throws IOException {
        this.recorder = HttpFaultProxy.before(S3.uri());
    }

    @BeforeEach
    void sources() throws IOException {
        System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
        System.setProperty("aws.endpointUrlSecretsManager", secrets.uri().toString());
        secrets.put(
                "redshift!wau-test-wau_admin",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD));
        for (String bucket : List.of(CENTRAL, LANDING, "hooli-exports")) {
            S3.client().createBucket(request -> request.bucket(bucket));
        }
        put(LANDING, "initech/a.csv", HEADER + "2025-01-06 10:00:00,login,u1\n");
        put("hooli-exports", "b.csv", HEADER + "2025-01-06 10:00:00,login,u2\nno time,login,u2\n");
        Files.writeString(folder.resolve("wau.yaml"), """
                central: s3://%s
                warehouse: %s
                redshift: {secret: "redshift!wau-test-wau_admin"}
                aws: {endpoint: "%s", region: eu-west-1}
                customers:
                  initech: {source: "s3://%s/initech"}
                  hooli: {source: "s3://hooli-exports"}
                """.formatted(
                        CENTRAL, SharedRedshift.standIn().url(), recorder.uri(), LANDING));
    }

    @AfterEach
    void close() throws IOException {
        recorder.close();
        secrets.close();
        System.clearProperty("aws.endpointUrlSecretsManager");
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void theRolesMayDoWhatTheStagesDo() throws IOException {
        assertAllowed("aggregate", "aggregate");
        assertAllowed("load", "load");
        // A re-export, a file large enough for an upload in parts, and a run that finds nothing.
        put("hooli-exports", "b.csv", HEADER + "2025-01-07 10:00:00,login,u2\n");
        put(LANDING, "initech/large.csv", "timestamp,event,userId,details\n" + LONG_ROW.repeat(4_500));
        assertAllowed("aggregate", "aggregate");
        assertAllowed("load", "load");
        assertAllowed("aggregate", "aggregate");
        assertAllowed("load", "load");
        assertThat(run("verify")).as(output.toString(StandardCharsets.UTF_8)).isZero();
    }

    private void assertAllowed(String command, String role) {
        int first = recorder.requests().size();
        assertThat(run(command)).as(output.toString(StandardCharsets.UTF_8)).isZero();
        List<S3Request> requests = recorder.requests().stream()
                .skip(first)
                .map(S3Request::of)
                .distinct()
                .toList();
        Rights rights = Rights.ofRole(stack, "wau-test-" + role);
        assertThat(requests)
                .as(before)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(rights.allow(request.action(), request.resource(), request.context()))
                        .as("%s may %s", role, request)
                        .isTrue());
        before = command;
    }

    private int run(String command) {
        output.reset();
        Surroundings surroundings =
                new Surroundings(new Terminal(output, output, TerminalSettings.PIPE), Map.of(), folder);
        return new CommandRunner(surroundings, Commands.all())
                .run(List.of(command))
                .number();
    }

    private static void put(String bucket, String key, String content) {
        S3.client().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
    }
}
