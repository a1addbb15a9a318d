package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import dev.wau.testing.aws.DeploymentFake;
import dev.wau.testing.aws.LogsFake;
import dev.wau.testing.aws.SqsFake;
import dev.wau.testing.aws.StsFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.sync.RequestBody;

/** {@code wau doctor} on a whole deployment of fakes that speak AWS's protocols. */
@Isolated("says in the JVM's properties where AWS is")
class CloudDoctorTest {

    private static final String ROLE = "arn:aws:iam::222222222222:role/wau-reader";

    private final AwsProperties properties = new AwsProperties();
    private final StsFake sts = new StsFake();
    private final LogsFake logs = new LogsFake();
    private final Path folder;
    private final TestingWau wau;
    private DeploymentFake cloud;

    CloudDoctorTest(@TempDir Path folder) {
        this.folder = folder;
        this.wau = new TestingWau(folder);
    }

    @BeforeEach
    void deploy() throws IOException {
        cloud = DeploymentFake.start();
        properties.s3Keys();
        properties.set("aws.endpointUrlGlue", cloud.glue().endpoint().toString());
        properties.set("aws.endpointUrlLambda", cloud.lambda().uri().toString());
        properties.set("aws.endpointUrlSqs", cloud.sqs().uri().toString());
        properties.set("aws.endpointUrlSts", sts.uri().toString());
        properties.set("aws.endpointUrlCloudWatchLogs", logs.uri().toString());
        sts.role(ROLE, null);
        logs.group("/app/acme", Instant.parse("2025-01-01T00:00:00Z"), ROLE);
        logs.put("/app/acme", "one", Instant.parse("2025-01-02T00:00:00Z"), "{}");
        put("logs/day.csv");
        Files.writeString(folder.resolve("wau.yaml"), """
                central: %s
                warehouse: jdbc:duckdb:wau.duckdb
                aws: {endpoint: "%s"}
                glue: {job: %s}
                customers:
                  acme: {source: "cloudwatch:/app/acme", aws: {role: "%s", endpoint: "%s"}}
                  globex: {source: s3://%s/logs}
                """.formatted(
                cloud.central(), cloud.bucket().uri(), DeploymentFake.JOB, ROLE, logs.uri(), cloud.bucketName()));
    }

    private void put(String key) {
        cloud.s3()
                .client()
                .putObject(
                        request -> request.bucket(cloud.bucketName()).key(key),
                        RequestBody.fromString("timestamp,event\n"));
    }

    @AfterEach
    void close() throws IOException {
        properties.reset();
        cloud.close();
        logs.close();
        sts.close();
    }

    @Test
    void aDeploymentAsTheGuidesSayIsFine() {
        Run doctor = wau.run("doctor");

        assertThat(doctor.out()).as(doctor.err()).doesNotContain("wrong ", "note ");
        assertThat(doctor.exit()).isZero();
        assertThat(doctor.lines())
                .filteredOn(line -> !line.startsWith("ok      "))
                .containsExactly("", "44 checks, all ok");
        assertThat(doctor.out())
                .contains("ok      reads acme's source cloudwatch:/app/acme")
                .contains("ok      reads globex's source s3://")
                .contains("(s3:PutObject, s3:GetObject and s3:DeleteObject)")
                .contains("ok      this machine's clock goes with that of S3")
                .contains("ok      function wau-trigger: may be invoked by these credentials (a dry run)");
    }

    @Test
    void eachWireThatIsCutIsNamedWithItsFix() {
        cloud.notification("wau/complte/", ".json");
        cloud.bucket().set("lifecycle", "<LifecycleConfiguration/>");
        cloud.job(job -> job.put("JobRunQueuingEnabled", true));

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("note    bucket " + cloud.bucketName()
                        + ": removes uploads that were cut off\n        parts of")
                .contains("wrong   job wau-load: doesn't queue runs\n        job run queuing is on")
                .contains("\n        fix: turn off job run queuing")
                .contains("wrong   bucket " + cloud.bucketName() + ": tells of each completion marker\n")
                .contains("has prefix 'wau/complte/', suffix '.json', so no load starts by itself")
                .endsWith("\n30 checks: 2 wrong, 1 note\n")
                .doesNotContain("queue wau-markers:");
    }

    @Test
    void theQueueTheMappingAndTheFunctionAreFollowed() {
        cloud.sqs().queue(DeploymentFake.QUEUE + "-dead", Map.of("ApproximateNumberOfMessages", "2"));
        cloud.mapping(mapping -> mapping.putArray("FunctionResponseTypes"));
        cloud.function(function -> function.withObject("/Environment/Variables").put("WAU_GLUE_JOB", "old"));

        assertThat(wau.run("doctor").out())
                .contains("wrong   queue wau-markers-dead: is empty\n        2 messages were given up")
                .contains("wrong   queue wau-markers: gives back only the messages that failed")
                .contains("wrong   function wau-trigger: starts job wau-load\n        its WAU_GLUE_JOB is 'old'")
                .endsWith("\n44 checks: 3 wrong\n");
    }

    @Test
    void asJsonEachCheckSaysItsStateAndItsFix() {
        cloud.queue(Map.of("VisibilityTimeout", "30", "RedrivePolicy", redrive()));

        Run doctor = wau.run("doctor", "--json", "--customer", "globex");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("{\"type\":\"check\",\"name\":\"reads globex's source s3://" + cloud.bucketName()
                        + "/logs\",\"state\":\"ok\",\"passed\":true,\"problem\":null,\"fix\":null}")
                .contains(
                        "\"state\":\"wrong\",\"passed\":false,\"problem\":\"it does for 30 s, and the function may take"
                                + " 60 s")
                .contains("VisibilityTimeout=360\"}")
                .contains("\"state\":\"note\",\"passed\":true")
                .doesNotContain("acme", " checks")
                .endsWith("{\"type\":\"doctor\",\"checks\":43,\"ok\":41,\"notes\":1,\"wrong\":1}\n");
    }

    private static String redrive() {
        return "{\"deadLetterTargetArn\":\"" + SqsFake.arn(DeploymentFake.QUEUE + "-dead")
                + "\",\"maxReceiveCount\":10}";
    }

    @Test
    void aSourceIsReadWithTheCustomersRole() throws IOException {
        sts.role(ROLE, "an id that wau.yaml doesn't have");

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("wrong   reads acme's source cloudwatch:/app/acme\n")
                .contains("the role " + ROLE + " can't be taken on")
                .contains(
                        "fix: correct customers.acme.source or its 'aws' in wau.yaml, or allow logs:DescribeLogGroups and"
                                + " logs:FilterLogEvents on it to the role " + ROLE);
    }

    @Test
    void aLogGroupWithoutEventsAndABucketWithoutFilesAreNotes() {
        logs.group("/app/acme", Instant.parse("2025-01-01T00:00:00Z"), ROLE);
        cloud.s3()
                .client()
                .deleteObject(request -> request.bucket(cloud.bucketName()).key("logs/day.csv"));

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.out())
                .contains("note    reads acme's source cloudwatch:/app/acme\n        it can be read, and has no events")
                .contains("none of the first 1,000 objects matches")
                .endsWith("\n44 checks: 2 notes\n");
    }

    @Test
    void whereTheCentralBucketIsNotThereWhatStandsAroundItIsLeftOut() throws IOException {
        Path file = folder.resolve("wau.yaml");
        Files.writeString(file, Files.readString(file).replace(cloud.central(), "s3://no-such-bucket/wau"));

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("wrong   lists the central bucket s3://no-such-bucket/wau\n", "NoSuchBucket")
                .contains("fix: correct 'central' or 'aws' in wau.yaml, or allow s3:ListBucket")
                .doesNotContain("job wau-load", "bucket no-such-bucket:");
    }
}
