package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import dev.wau.testing.aws.RedshiftServerlessFake;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.aws.SecretsFake;
import dev.wau.testing.redshift.RedshiftFault;
import dev.wau.testing.redshift.RedshiftStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The commands on Redshift's stand-in, with the central bucket in S3, beside the same commands on DuckDB. */
@Isolated("says in the JVM's properties where AWS is")
class RedshiftCommandsIT {

    private static final String LOGIN =
            "{\"username\":\"%s\",\"password\":\"%s\",\"engine\":\"redshift\",\"port\":5439}";

    private static S3Server s3;
    private static RedshiftStandIn redshift;

    private final AwsProperties properties = new AwsProperties();
    private final SecretsFake secrets = new SecretsFake();
    private final RedshiftServerlessFake serverless =
            new RedshiftServerlessFake("wau", (user, password) -> redshift.allow(user, password));
    private final Path folder;
    private final TestingWau onRedshift;
    private final TestingWau onDuckDb;
    private String url = "";

    RedshiftCommandsIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.onRedshift = new TestingWau(Files.createDirectory(folder.resolve("redshift")));
        this.onDuckDb = new TestingWau(Files.createDirectory(folder.resolve("duckdb")));
    }

    @BeforeAll
    static void start() throws IOException {
        s3 = S3Server.start();
        redshift = RedshiftStandIn.start(s3.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        redshift.close();
        s3.close();
    }

    @BeforeEach
    void cloud() throws IOException {
        properties.s3Keys();
        properties.set("aws.endpointUrlSecretsManager", secrets.uri().toString());
        properties.set("aws.endpointUrlRedshiftServerless", serverless.uri().toString());
        secrets.put("wau/redshift", LOGIN.formatted(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD));
        url = redshift.url();
        write("acme/a.csv", """
                timestamp,event,userId,plan
                2025-01-06 10:00:00,login,u1,pro
                2025-01-07 10:00:00.123456,view,u2,free
                no time,view,u2,free
                """);
        write("acme/b.csv", """
                timestamp,event,userId,plan
                2025-01-07 10:00:00.123456,view,u2,free
                2025-01-14 09:00:00,login,u3,"a ""quoted"", text"
                """);
        configs(url, "redshift: {secret: wau/redshift}");
    }

    @AfterEach
    void close() {
        properties.reset();
        serverless.close();
        secrets.close();
    }

    @Test
    void everyCommandSaysWhatItSaysOnDuckDb() {
        assertSame("run", "--quiet");
        Run again = onRedshift.run("run");
        assertThat(again.out()).contains("nothing new in the sources", "every marker is already loaded");
        assertSameNumbers(5, 3);

        String key = "acme/b.csv";
        assertThat(onRedshift.run("unload", key).exit()).isZero();
        assertThat(onDuckDb.run("unload", key).exit()).isZero();
        assertSameNumbers(3, 2);

        assertThat(onRedshift.run("reload", key).exit()).isZero();
        assertThat(onDuckDb.run("reload", key).exit()).isZero();
        assertSameNumbers(5, 3);
        assertThat(secrets.requests()).isLessThan(30);
    }

    private void assertSameNumbers(int read, int rows) {
        assertSame("report", "weekly", "--format", "csv", "--from", "2025-01-01", "--to", "2025-01-20");
        assertSame("query", "--format", "csv", """
                SELECT customer, event_time, event, user_id, "plan" FROM wau_audit_logs ORDER BY event_time""");
        assertSame("rejects", "--format", "csv");
        Run count = onRedshift.run("query", "--json", "SELECT count(*) AS n FROM wau_audit_logs");
        assertThat(count.out()).contains("{\"n\":" + rows + "}");
        Run verify = onRedshift.run("verify");
        assertThat(verify.out()).as(verify.err()).contains(read - 1 + " records", "Everything is accounted for.");
        Run history = onRedshift.run("history");
        assertThat(history.out()).contains("acme/a.csv", "acme/b.csv");
        assertThat(onRedshift.run("status").out()).contains("no marker waits");
    }

    @Test
    void aMarkerIsLoadedByItselfToo() {
        assertThat(onRedshift.run("aggregate").exit()).isZero();

        Run load = onRedshift.run("load");

        assertThat(load.exit()).as(load.err()).isZero();
        assertThat(load.out()).contains("2 new");
    }

    @Test
    void partsAreStagedAndRemovedInTheCentralBucketThatTheConfigurationNames() {
        redshift.forgetStatements();
        assertThat(onRedshift.run("run").exit()).isZero();

        assertThat(redshift.statements())
                .filteredOn(statement -> statement.startsWith("COPY"))
                .isNotEmpty()
                .allMatch(statement -> statement.contains("FROM 's3://central-") && statement.contains("/wau/staging/"))
                .allMatch(statement -> statement.contains("IAM_ROLE 'arn:aws:iam::123456789012:role/wau-copy'"));
        assertThat(staged()).isEmpty();
    }

    private List<S3Object> staged() {
        return s3.client()
                .listObjectsV2(request -> request.bucket(central()).prefix("wau/staging/"))
                .contents();
    }

    private List<String> scratchSchemas() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Connection connection = redshift.connect(url);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT DISTINCT table_schema FROM svv_tables WHERE table_schema LIKE 'wau_doctor_%'")) {
            while (found.next()) {
                schemas.add(found.getString(1));
            }
        }
        return schemas;
    }

    @Test
    void iamGivesUserAndPassword() throws IOException {
        configs(url.replace("redshift://", "redshift:iam://") + "&serverlessWorkGroup=wau&Region=eu-west-1", "");

        Run run = onRedshift.run("run");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(serverless.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("\"workgroupName\":\"wau\"", "\"durationSeconds\":3600", "\"dbName\":\""));
        assertThat(onRedshift.run("verify").exit()).isZero();
    }

    @Test
    void whatIsWrongWithALoginIsSaidWithTheWayOn() throws IOException {
        secrets.put("wau/redshift", LOGIN.formatted(RedshiftStandIn.USER, "an-old-one"));
        Run refused = onRedshift.run("run");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("password authentication failed", "redshift.secret")
                .doesNotContain("an-old");

        configs(url, "redshift: {secret: other}");
        assertThat(onRedshift.run("query", "SELECT 1").err())
                .contains("there is no secret 'other'", "check name, account and region");

        configs(url.replace("redshift://", "redshift:iam://"), "");
        assertThat(onRedshift.run("report").err()).contains("its host isn't a workgroup's", "serverlessWorkGroup=NAME");

        configs(url, "redshift: {secret: wau/redshift, schema: nowhere}");
        secrets.put("wau/redshift", LOGIN.formatted(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD));
        assertThat(onRedshift.run("run").err()).contains("has no schema 'nowhere'");
    }

    @Test
    void theDoctorShowsThatThisRedshiftDoesWhatWeNeed() throws SQLException {
        Run doctor = onRedshift.run("doctor");

        assertThat(doctor.out()).as(doctor.err()).doesNotContain("wrong");
        assertThat(doctor.exit()).isZero();
        assertThat(doctor.lines())
                .hasSize(15)
                .allMatch(line -> line.startsWith("ok      "))
                .anyMatch(line -> line.contains("COPY of Parquet"))
                .anyMatch(line -> line.contains("makes a second session wait"))
                .anyMatch(line -> line.contains("drops the schema wau_doctor_"));
        assertThat(scratchSchemas()).isEmpty();
        assertThat(staged()).isEmpty();
        assertThat(onRedshift.run("history").err()).contains("Cannot find wau's tables");
    }

    @Test
    void whatTheDoctorFindsWrongIsSaidAndTheScratchSchemaGoesAllTheSame() throws SQLException {
        redshift.failNext(Pattern.compile("COPY doctor_types"), RedshiftFault.cutBefore());

        Run doctor = onRedshift.run("doctor", "--json");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out())
                .contains(
                        "{\"type\":\"check\",\"name\":\"COPY of Parquet",
                        "\"passed\":false,\"problem\":\"The warehouse failed")
                .containsPattern("drops the schema wau_doctor_\\w+\",\"passed\":true");
        assertThat(scratchSchemas()).isEmpty();
        assertThat(staged()).isEmpty();
    }

    @Test
    void aSchemaThatStaysBehindIsNamed() throws SQLException {
        redshift.failNext(Pattern.compile("DROP SCHEMA"), RedshiftFault.cutBefore());

        Run first = onRedshift.run("doctor");
        redshift.failNext(Pattern.compile("CREATE SCHEMA"), RedshiftFault.cutBefore());
        Run second = onRedshift.run("doctor");

        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.out()).contains("Cannot drop the scratch schema wau_doctor_", "CASCADE)");
        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.out())
                .contains("An earlier self-test left " + scratchSchemas().get(0));
    }

    @Test
    void theDoctorTakesAnotherWarehouseThanTheConfigurations() throws IOException {
        configs("jdbc:duckdb:wau.duckdb", "redshift: {secret: wau/redshift}");

        assertThat(onRedshift.run("doctor").lines()).hasSize(4);
        redshift.failNext(Pattern.compile("CREATE SCHEMA"), RedshiftFault.cutBefore());
        assertThat(onRedshift.run("doctor", "--warehouse", url).out())
                .contains("opens the warehouse jdbc:redshift:", "makes the schema wau_doctor_");
    }

    @Test
    void aCentralFolderIsRefusedAtOnce() throws IOException {
        Files.writeString(folder.resolve("redshift/wau.yaml"), """
                central: central
                warehouse: %s
                customers: {acme: {source: ../acme}}
                """.formatted(url));

        Run run = onRedshift.run("run");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("wau.yaml:1: Redshift loads from S3", "set 'central: s3://BUCKET/PREFIX'");
    }

    private void assertSame(String... command) {
        Run one = onRedshift.run(command);
        Run other = onDuckDb.run(command);
        assertThat(one.err()).isEqualTo(other.err());
        assertThat(one.out()).isEqualTo(other.out());
        assertThat(one.exit()).isEqualTo(other.exit());
    }

    private String central() {
        return "central-" + folder.getFileName().toString().replaceAll("[^a-z0-9]", "");
    }

    private void configs(String warehouse, String more) throws IOException {
        List<String> buckets = s3.client().listBuckets().buckets().stream()
                .map(bucket -> bucket.name())
                .toList();
        for (String bucket : List.of(central(), central() + "-2")) {
            if (!buckets.contains(bucket)) {
                s3.client().createBucket(request -> request.bucket(bucket));
            }
        }
        String role = "copy-role: 'arn:aws:iam::123456789012:role/wau-copy'";
        String section = more.isEmpty() ? "redshift: {" + role + "}" : more.replace("}", ", " + role + "}");
        config("redshift", central(), warehouse, section);
        config("duckdb", central() + "-2", "jdbc:duckdb:wau.duckdb", "");
    }

    private void config(String where, String bucket, String warehouse, String more) throws IOException {
        Files.writeString(folder.resolve(where).resolve("wau.yaml"), """
                central: s3://%s/wau
                warehouse: %s
                aws: {endpoint: "%s"}
                %s
                customers:
                  acme: {source: ../acme}
                """.formatted(bucket, warehouse, s3.uri(), more));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
