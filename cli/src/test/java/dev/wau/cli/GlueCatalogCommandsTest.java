package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wau.cli.TestingWau.Run;
import dev.wau.testing.aws.GlueFake;
import dev.wau.testing.aws.GlueFault;
import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.sync.RequestBody;

/** crawl and catalog on a bucket, with Glue's catalog or the bucket's own. */
@Isolated("says in the JVM's properties where AWS is")
class GlueCatalogCommandsTest {

    private final AwsProperties properties = new AwsProperties();
    private final Path folder;
    private final TestingWau wau;
    private S3Server s3;
    private GlueFake glue;
    private String central = "";

    GlueCatalogCommandsTest(@TempDir Path folder) {
        this.folder = folder;
        this.wau = new TestingWau(folder);
    }

    @BeforeEach
    void cloud() throws IOException {
        s3 = S3Server.start();
        glue = GlueFake.start();
        central = s3.makeBucket();
        properties.s3Keys();
        properties.set("aws.endpointUrlGlue", glue.endpoint().toString());
        config("glue: {database: audit, table-prefix: raw_, connection: to-warehouse}");
        glue.catalog().connection("to-warehouse", "jdbc:redshift://host.example:5439/wau", "secret");
        put("exports/a.csv", "timestamp,event,userId\n2025-01-06 10:00:00,login,u1\n2025-01-06 11:00:00,logout,u1\n");
        assertThat(wau.run("run").exit()).isZero();
    }

    @AfterEach
    void close() {
        properties.reset();
        glue.close();
        s3.close();
    }

    @Test
    void theDoctorListsGluesCatalogToo() {
        assertThat(wau.run("doctor").out()).contains("ok      lists the tables of Glue's database audit");
        properties.set("aws.endpointUrlGlue", "http://localhost:1");
        assertThat(wau.run("doctor").out())
                .contains("wrong   lists the tables of Glue's database audit", "glue:GetTables");
    }

    @Test
    void gluesCatalogGetsBothTablesUnderACrawlersNames() {
        Run crawl = wau.run("crawl");
        assertThat(crawl.exit()).as(crawl.err()).isZero();
        assertThat(crawl.out())
                .contains("audit.raw_csv   created")
                .contains("audit.raw_wau_main_wau_audit_logs   created")
                .contains("in Glue, database audit");

        JsonNode files = glue.catalog().table("audit", "raw_csv").orElseThrow();
        JsonNode storage = files.path("StorageDescriptor");
        assertThat(storage.path("Location").asText()).isEqualTo("s3://" + central + "/wau/csv/");
        assertThat(storage.path("SerdeInfo").path("SerializationLibrary").asText())
                .endsWith("OpenCSVSerde");
        assertThat(storage.path("Columns").findValuesAsText("Name"))
                .containsExactly("timestamp", "event", "userid", "customer", "unique_identifier");
        assertThat(storage.path("Columns").findValuesAsText("Type")).containsOnly("string");
        assertThat(files.path("Parameters").path("wau.type.timestamp").asText()).isEqualTo("timestamp");
        assertThat(files.path("Parameters").path("wau.header.userid").asText()).isEqualTo("userId");
        assertThat(files.path("TableType").asText()).isEqualTo("EXTERNAL_TABLE");
        JsonNode rows =
                glue.catalog().table("audit", "raw_wau_main_wau_audit_logs").orElseThrow();
        assertThat(rows.path("Parameters").path("connectionName").asText()).isEqualTo("to-warehouse");

        assertThat(wau.run("crawl").out()).contains("audit.raw_csv   same");
        assertThat(wau.run("crawl", "--dry-run").out())
                .contains("audit.raw_csv   would be same", "audit.raw_wau_main_wau_audit_logs   would be same");
        Run verify = wau.run("catalog", "verify");
        assertThat(verify.out()).contains("Files, catalog and warehouse say the same.");
        assertThat(wau.run("catalog").lines()).hasSize(3);
    }

    @Test
    void aRefusalSaysWhatToAllow() {
        glue.fail("CreateTable", GlueFault.DENY);
        glue.fail("GetTables", GlueFault.DENY, GlueFault.DENY);

        Run crawl = wau.run("crawl");
        assertThat(crawl.exit()).isEqualTo(3);
        assertThat(crawl.err())
                .contains("Cannot create table audit.raw_csv", "not authorized", "allow glue:CreateTable on")
                .doesNotContain("Exception:");
        Run list = wau.run("catalog");
        assertThat(list.exit()).isEqualTo(3);
        assertThat(list.err()).contains("Cannot list the tables of database audit", "allow glue:GetTables on");
        assertThat(wau.run("catalog", "--json").err()).contains("{\"type\":\"error\",\"code\":\"catalog_failed\"");
    }

    @Test
    void aDryRunChangesNothingInGlue() {
        assertThat(wau.run("crawl", "--dry-run").exit()).isZero();
        assertThat(glue.catalog().databases()).isEmpty();
        assertThat(glue.requests("CreateTable")).isZero();
    }

    @Test
    void withoutADatabaseTheBucketIsTheCatalog() throws IOException {
        config("");
        assertThat(wau.run("crawl").out()).contains("wau.csv   created", "in s3://" + central + "/wau/catalog/");
        assertThat(s3.client()
                        .listObjectsV2(request -> request.bucket(central).prefix("wau/catalog/"))
                        .contents())
                .extracting(object -> object.key())
                .containsExactly("wau/catalog/wau.csv.json", "wau/catalog/wau.wau_main_wau_audit_logs.json");
        assertThat(wau.run("catalog", "verify").exit()).isZero();
        assertThat(glue.requests("GetTable")).isZero();
    }

    private void put(String key, String content) {
        s3.client().putObject(request -> request.bucket(central).key(key), RequestBody.fromString(content));
    }

    private void config(String more) throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), """
                central: s3://%s/wau
                warehouse: jdbc:duckdb:wau.duckdb
                aws: {endpoint: "%s"}
                %s
                customers:
                  acme: {source: s3://%1$s/exports}
                """.formatted(central, s3.uri(), more));
    }
}
