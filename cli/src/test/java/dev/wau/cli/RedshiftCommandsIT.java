package dev.wau.cli;

import static dev.wau.cli.TestingRedshiftWau.standIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import dev.wau.testing.redshift.RedshiftStandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The commands on Redshift's stand-in, with the central bucket in S3, beside the same commands on DuckDB. */
@Isolated("says in the JVM's properties where AWS is")
class RedshiftCommandsIT {

    private final TestingRedshiftWau wau;

    RedshiftCommandsIT(@TempDir Path folder) throws IOException {
        this.wau = new TestingRedshiftWau(folder);
    }

    @AfterEach
    void close() {
        wau.close();
    }

    @Test
    void everyCommandSaysWhatItSaysOnDuckDb() {
        assertSame("run", "--quiet");
        Run again = wau.onRedshift().run("run");
        assertThat(again.out()).contains("nothing new in the sources", "every marker is already loaded");
        assertSameNumbers(5, 3);

        String key = "acme/b.csv";
        assertThat(wau.onRedshift().run("unload", key).exit()).isZero();
        assertThat(wau.onDuckDb().run("unload", key).exit()).isZero();
        assertSameNumbers(3, 2);

        assertThat(wau.onRedshift().run("reload", key).exit()).isZero();
        assertThat(wau.onDuckDb().run("reload", key).exit()).isZero();
        assertSameNumbers(5, 3);
        assertThat(wau.secrets().requests()).isLessThan(30);
    }

    private void assertSameNumbers(int read, int rows) {
        assertSame("report", "weekly", "--format", "csv", "--from", "2025-01-01", "--to", "2025-01-20");
        assertSame("query", "--format", "csv", """
                SELECT customer, event_time, event, user_id, "plan" FROM wau_audit_logs ORDER BY event_time""");
        assertSame("rejects", "--format", "csv");
        Run count = wau.onRedshift().run("query", "--json", "SELECT count(*) AS n FROM wau_audit_logs");
        assertThat(count.out()).contains("{\"n\":" + rows + "}");
        Run verify = wau.onRedshift().run("verify");
        assertThat(verify.out()).as(verify.err()).contains(read - 1 + " records", "Everything is accounted for.");
        Run history = wau.onRedshift().run("history");
        assertThat(history.out()).contains("acme/a.csv", "acme/b.csv");
        assertThat(wau.onRedshift().run("status").out()).contains("no marker waits");
    }

    private void assertSame(String... command) {
        Run one = wau.onRedshift().run(command);
        Run other = wau.onDuckDb().run(command);
        assertThat(one.err()).isEqualTo(other.err());
        assertThat(one.out()).isEqualTo(other.out());
        assertThat(one.exit()).isEqualTo(other.exit());
    }

    @Test
    void aMarkerIsLoadedByItselfToo() {
        assertThat(wau.onRedshift().run("aggregate").exit()).isZero();

        Run load = wau.onRedshift().run("load");

        assertThat(load.exit()).as(load.err()).isZero();
        assertThat(load.out()).contains("2 new");
    }

    @Test
    void partsAreStagedAndRemovedInTheCentralBucketThatTheConfigurationNames() {
        standIn().forgetStatements();
        assertThat(wau.onRedshift().run("run").exit()).isZero();

        assertThat(standIn().statements())
                .filteredOn(statement -> statement.startsWith("COPY"))
                .isNotEmpty()
                .allMatch(statement -> statement.matches("(?s).* FROM 's3://[^/]+/wau/staging/.*"))
                .allMatch(statement -> statement.contains("IAM_ROLE 'arn:aws:iam::123456789012:role/wau-copy'"));
        assertThat(wau.staged()).isEmpty();
    }

    @Test
    void iamGivesUserAndPassword() throws IOException {
        wau.configure(wau.urlByIam() + "&serverlessWorkGroup=wau&Region=eu-west-1", "");

        Run run = wau.onRedshift().run("run");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(wau.serverless().requests())
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("\"workgroupName\":\"wau\"", "\"durationSeconds\":3600", "\"dbName\":\""));
        assertThat(wau.onRedshift().run("verify").exit()).isZero();
    }

    @Test
    void whatIsWrongWithALoginIsSaidWithTheWayOn() throws IOException {
        wau.password("an-old-one");
        Run refused = wau.onRedshift().run("run");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("password authentication failed", "redshift.secret")
                .doesNotContain("an-old");

        wau.configure(wau.url(), "secret: other");
        assertThat(wau.onRedshift().run("query", "SELECT 1").err())
                .contains("there is no secret 'other'", "check name, account and region");

        wau.configure(wau.urlByIam(), "");
        assertThat(wau.onRedshift().run("report").err())
                .contains("its host isn't a workgroup's", "serverlessWorkGroup=NAME");

        wau.configure(wau.url(), "secret: wau/redshift, schema: nowhere");
        wau.password(RedshiftStandIn.PASSWORD);
        assertThat(wau.onRedshift().run("run").err()).contains("has no schema 'nowhere'");
    }

    @Test
    void aCentralFolderIsRefusedAtOnce() throws IOException {
        wau.configure("central", wau.url(), TestingRedshiftWau.BY_SECRET);

        Run run = wau.onRedshift().run("run");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("wau.yaml:1: Redshift loads from S3", "set 'central: s3://BUCKET/PREFIX'");
    }
}
