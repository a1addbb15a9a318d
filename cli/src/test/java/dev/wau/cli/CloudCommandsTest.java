package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import dev.wau.testing.aws.GlueFake;
import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.sync.RequestBody;

/** The commands on buckets, with the load in this process or as runs of a Glue job. */
@Isolated("says in the JVM's properties where AWS is")
class CloudCommandsTest {

    private static final String HEADER = "timestamp,event,userId\n";

    private final AwsProperties properties = new AwsProperties();
    private final Path folder;
    private final TestingWau wau;
    private S3Server s3;
    private GlueFake glue;
    private String central = "";
    private String source = "";

    CloudCommandsTest(@TempDir Path folder) {
        this.folder = folder;
        this.wau = new TestingWau(folder);
    }

    @BeforeEach
    void cloud() throws IOException {
        s3 = S3Server.start();
        glue = GlueFake.start();
        central = s3.makeBucket();
        source = s3.makeBucket();
        properties.s3Keys();
        properties.set("aws.endpointUrlGlue", glue.endpoint().toString());
        glue.job("wau-load", 1, arguments -> load(Objects.requireNonNull(arguments.get("--wau-marker"))));
        config("s3://" + central + "/wau", "glue: {job: wau-load}");
        put("day 1.csv", "2025-01-06 10:00:00,login,u1\n2025-01-06 11:00:00,logout,u1\n");
        put("day 2.csv", "2025-01-07 10:00:00,login,u2\n");
    }

    @AfterEach
    void close() {
        properties.reset();
        glue.close();
        s3.close();
    }

    @Test
    void theWholeWayFromBucketToBucket() {
        assertThat(wau.run("plan").out()).contains("2 files to read").contains("day 1.csv");

        assertThat(wau.run("run").out()).contains("2 new; 3 records: 3 loaded");
        assertThat(wau.run("run").out()).contains("nothing new in the sources", "every marker is already loaded");

        put("day 2.csv", "2025-01-07 10:00:00,login,u3\n2025-01-07 11:00:00,login,u4\n");
        assertThat(wau.run("watch", "--rounds", "1").out()).contains("1 changed; 2 records: 2 loaded");
        assertThat(wau.run("query", "--json", "SELECT count(DISTINCT user_id) users FROM wau_audit_logs")
                        .out())
                .contains("{\"users\":3}");
        Run verify = wau.run("verify");
        assertThat(verify.out()).contains("2 files read again: 4 records, 4 rows compared", "accounted for");
        assertThat(verify.exit()).isZero();
    }

    @Test
    void theLoadAsARunOfTheGlueJobIsFollowedToItsEnd() {
        Run first = wau.run("run", "--engine", "glue");
        Run again = wau.run("run", "--engine", "glue");
        Run status = wau.run("status");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).containsPattern("Glue run jr_\\w+").containsPattern("succeeded after .* DPU seconds");
        assertThat(again.out()).contains("every marker has its run on Glue");
        assertThat(glue.arguments("wau-load"))
                .singleElement()
                .satisfies(
                        arguments -> assertThat(arguments).containsEntry("--wau-central", "s3://" + central + "/wau"));
        assertThat(status.out())
                .contains("complete    1 marker, the newest: complete/")
                .contains("no marker waits")
                .contains("job wau-load   no marker waits for a run")
                .contains("succeeded");
        assertThat(wau.run("status", "--json").out())
                .contains("{\"type\":\"status\",\"markers\":1,")
                .contains("\"markers_without_run\":0}")
                .containsPattern("\"type\":\"engine_run\".*\"state\":\"succeeded\".*\"dpu_seconds\":[0-9.]+");
    }

    @Test
    void aRunThatFailsOnGlueIsAnErrorAndRunsAgainLater() {
        glue.job("wau-load", 1, arguments -> {
            throw new IllegalStateException("no space left on device");
        });

        Run failed = wau.run("run", "--engine", "glue");
        Run status = wau.run("status", "--strict");

        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.err()).contains("on Glue failed: ", "no space left on device", "starts another one");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out()).contains("1 marker waiting", "1 marker without a run", "no space left on device");

        glue.job("wau-load", 1, arguments -> load(Objects.requireNonNull(arguments.get("--wau-marker"))));
        assertThat(wau.run("run", "--engine", "glue").out()).contains("nothing new in the sources", "succeeded");
    }

    @Test
    void whatGlueCannotDoIsSaidWithTheWayOn() throws IOException {
        config("s3://" + central, "");
        assertThat(wau.run("run", "--engine", "glue").err()).contains("names no job", "glue:\n    job: NAME");

        config("central", "glue: {job: wau-load}");
        Run run = wau.run("run", "--engine", "glue");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("which Glue can't read");

        config("s3://" + central, "glue: {job: other}");
        assertThat(wau.run("status").err()).contains("check the name of job 'other'");
    }

    @Test
    void aBucketThatIsNotThereIsNamedInAwsWords() throws IOException {
        config("s3://no-such-bucket", "");
        Run run = wau.run("run");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("s3://no-such-bucket", "NoSuchBucket", "Make the bucket, or correct its name");
    }

    // As the job's own program would do it.
    private void load(String marker) {
        Run run = wau.run("load", marker);
        if (run.exit() != 0) {
            throw new IllegalStateException(run.err());
        }
    }

    private void put(String name, String records) {
        s3.client()
                .putObject(
                        request -> request.bucket(source).key("logs/" + name),
                        RequestBody.fromString(HEADER + records));
    }

    private void config(String place, String more) throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), """
                central: %s
                warehouse: jdbc:duckdb:wau.duckdb
                aws: {endpoint: "%s"}
                %s
                customers:
                  acme: {source: s3://%s/logs}
                """.formatted(place, s3.uri(), more, source));
    }
}
