package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** crawl and catalog on a folder, with the embedded catalog and warehouse. */
class CatalogCommandsTest {

    private static final String FIRST =
            "timestamp,event,userId,orderSize\n2025-01-06 10:00:00,login,u1,7\n2025-01-06 11:00:00,logout,u1,\n";

    private final Path folder;
    private final TestingWau wau;

    CatalogCommandsTest(@TempDir Path folder) {
        this.folder = folder;
        this.wau = new TestingWau(folder);
    }

    @BeforeEach
    void config() throws IOException {
        write("wau.yaml", """
                central: central
                warehouse: jdbc:duckdb:wau.duckdb
                customers:
                  acme: {source: exports/acme}
                  bolt: {source: exports/bolt}
                """);
        write("exports/acme/a.csv", FIRST);
        write("exports/bolt/b.csv", FIRST);
    }

    @Test
    void fromAnEmptyBucketToACatalogThatIsRight() {
        Run early = wau.run("crawl");
        assertThat(early.exit()).isEqualTo(2);
        assertThat(early.err()).contains("nothing stands there yet ('wau run' brings the customers' files)");
        Run nothing = wau.run("catalog", "verify");
        assertThat(nothing.exit()).isZero();
        assertThat(nothing.out())
                .contains("files-missing (explained)", "There is nothing to compare yet (2 more explained).");
        assertThat(wau.run("catalog").err()).contains("No table yet", "'wau crawl' lists them");

        assertThat(wau.run("run").exit()).isZero();
        Run missing = wau.run("catalog", "verify");
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.out())
                .contains("table-missing   wau.csv")
                .contains("table-missing   wau.wau_main_wau_audit_logs")
                .contains("  Do: wau crawl")
                .contains("2 findings.");

        Run dry = wau.run("crawl", "--dry-run");
        assertThat(dry.out()).contains("wau.csv   would be created", "orderSize", "bigint");
        assertThat(folder.resolve("central/catalog")).doesNotExist();

        Run crawl = wau.run("crawl");
        assertThat(crawl.exit()).isZero();
        assertThat(crawl.out())
                .contains("2 files of 2 customers", "all looked at, 4 records", "one header for all")
                .contains("wau.main.wau_audit_logs, duckdb, 13 columns")
                .contains("wau.csv   created   6 columns")
                .contains("wau.wau_main_wau_audit_logs   created   13 columns");
        assertThat(wau.run("catalog", "verify").out()).contains("Files, catalog and warehouse say the same.");
        assertThat(wau.run("catalog", "verify").exit()).isZero();
        assertThat(wau.run("crawl").out()).contains("wau.csv   same", "wau.wau_main_wau_audit_logs   same");
        assertThat(folder.resolve("central/catalog/wau.csv.json")).isRegularFile();
    }

    @Test
    void filesOrAWarehouseThatAreListedAndGoneAreFindings() throws IOException {
        wau.run("run");
        wau.run("crawl");

        Files.delete(folder.resolve("wau.duckdb"));
        Run emptied = wau.run("catalog", "verify");
        assertThat(emptied.exit()).isEqualTo(3);
        assertThat(emptied.out())
                .contains("warehouse-missing   wau.wau_main_wau_audit_logs", "1 finding.")
                .doesNotContain("say the same");

        Files.move(folder.resolve("central/csv"), folder.resolve("moved"));
        Run gone = wau.run("catalog", "verify");
        assertThat(gone.exit()).isEqualTo(3);
        assertThat(gone.out()).contains("files-missing   wau.csv", "2 findings.");
    }

    @Test
    void whatChangesLaterIsFoundWithItsPlace() throws IOException {
        wau.run("run");
        wau.run("crawl");
        write("exports/acme/c.csv", "event,timestamp,shoeSize,orderSize\nlogin,2025-01-07 10:00:00,40,many\n");
        wau.run("aggregate");

        Run verify = wau.run("catalog", "verify");

        assertThat(verify.exit()).isEqualTo(3);
        assertThat(verify.out())
                .contains("column-not-registered   wau.csv   shoeSize   csv/acme/c.csv:1")
                .contains("type-broken   wau.csv   orderSize   csv/acme/c.csv:2")
                .contains("the catalog says bigint, the value here isn't one (its shape: a)")
                .contains("headers-differ   wau.csv")
                .contains("column-not-in-warehouse   shoeSize   csv/acme/c.csv:1")
                .contains("the next load adds it")
                .doesNotContain("many");
        wau.run("load");
        assertThat(wau.run("crawl").out()).contains("wau.csv   changed", "wau.wau_main_wau_audit_logs   changed");
        assertThat(wau.run("catalog", "verify").exit()).isZero();
    }

    @Test
    void jsonLinesSayTheSame() {
        wau.run("run");
        Run crawl = wau.run("crawl", "--json");
        assertThat(crawl.lines())
                .anyMatch(
                        line -> line.startsWith("{\"type\":\"crawled_column\",\"column\":\"orderSize\",\"value_type\":"
                                + "\"bigint\",\"files\":2,\"empty\":0.5,\"places\":[{\"place\":4,\"files\":2}],"
                                + "\"longest_bytes\":1,\"examples\":[\"9\"],"))
                .anyMatch(line -> line.startsWith("{\"type\":\"warehouse_column\",\"column\":\"customer\""))
                .anyMatch(line -> line.contains("\"type\":\"registered_table\",\"table\":\"wau.csv\","
                        + "\"registration\":\"created\",\"done\":true"))
                .anyMatch(
                        line -> line.startsWith("{\"type\":\"crawl\",\"files\":2,\"files_read\":2,\"files_unread\":0"));
        assertThat(wau.run("crawl", "--dry-run", "--json").out()).contains("\"registration\":\"same\",\"done\":false");
        assertThat(wau.run("catalog", "--json").lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"type\":\"catalog_table\",\"table\":\"wau."));
        assertThat(wau.run("catalog", "show", "csv", "--json").lines())
                .anyMatch(line ->
                        line.equals("{\"type\":\"catalog_column\",\"column\":\"userid\",\"value_type\":\"string\","
                                + "\"comment\":\"string\",\"header\":\"userId\",\"values\":\"string\"}"))
                .anyMatch(line -> line.startsWith("{\"type\":\"catalog_table\",\"table\":\"wau.csv\",")
                        && line.contains("\"location\":\"" + folder.resolve("central/csv/") + "/\"")
                        && line.contains("\"description\":\"Audit log files of all customers")
                        && line.contains("\"reader_settings\":{\"escapeChar\":")
                        && line.contains("\"parameters\":{\"EXTERNAL\":\"TRUE\",\"classification\":\"csv\",")
                        && line.contains("\"wau.header.userid\":\"userId\"")
                        && line.contains("\"wau.type.ordersize\":\"bigint\""));
        assertThat(wau.run("catalog", "verify", "--json").lines())
                .singleElement()
                .asString()
                .startsWith("{\"type\":\"catalog_verify\",\"files\":2,\"files_read\":2,")
                .contains("\"findings\":0");
    }

    @Test
    void aSampleIsSoManyFilesOfEachCustomer() throws IOException {
        write("exports/acme/c.csv", FIRST);
        write("exports/acme/d.csv", FIRST);
        wau.run("run");
        assertThat(wau.run("crawl", "--sample", "1").out()).contains("4 files of 2 customers", "; 2 looked at, ");
        assertThat(wau.run("crawl", "--sample", "2").out()).contains("; 3 looked at, ");
        assertThat(wau.run("crawl", "--help").out()).contains("so many files of each customer: the newest, the oldest");
    }

    @Test
    void aTableIsShownByEitherName() {
        wau.run("run");
        wau.run("crawl");
        assertThat(wau.run("catalog", "show", "csv").out())
                .isEqualTo(wau.run("catalog", "show", "WAU.CSV").out());
        assertThat(wau.run("catalog", "show", "csv").out())
                .contains("OpenCSVSerde", "setting      escapeChar = \\x01", "parameter    wau.headers = one")
                .containsPattern("\ncolumn +header +type +values +comment\n")
                .containsPattern("\nordersize +orderSize +string +bigint *\n")
                .doesNotContain("wau.type.", "wau.header.")
                .contains("All have the same header");
        assertThat(wau.run("catalog", "show", "wau_main_wau_audit_logs").out())
                .containsPattern("\ncolumn +type +comment\n")
                .containsPattern("\nline +bigint +bigint *\n");
        Run unknown = wau.run("catalog", "show", "cvs");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("Cannot find table wau.cvs", "'wau catalog' lists all");
    }

    @Test
    void whatGluesCrawlerWouldGetWrongIsMarkedAsAPrediction() throws IOException {
        write("exports/acme/c.csv", """
                event,timestamp,userId,orderSize
                "a,b",2025-01-07 10:00:00,u1,1
                login,2025-01-07 11:00:00,"u
                2",2
                """);
        wau.run("aggregate");

        Run run = wau.run("catalog", "verify", "--like-glue-crawler", "--all");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.lines().get(0))
                .isEqualTo("Predicted from AWS's documentation of its built-in CSV classifier; not run on Glue.");
        assertThat(run.out())
                .contains("cell-in-other-column   csv/acme/c.csv:2   event -> timestamp")
                .contains("cell-in-other-column   csv/acme/c.csv:2   timestamp -> event")
                .contains("line-break-ends-record   csv/acme/c.csv:3")
                .contains("comma-ends-cell   csv/acme/c.csv:2")
                .contains("customer-twice   customer -> partition_0")
                .contains(
                        "Its table would have 6 columns: timestamp string, event string, userid string, ordersize bigint");
        assertThat(wau.run("catalog", "verify", "--like-glue-crawler", "--json").lines())
                .anyMatch(
                        line -> line.startsWith(
                                "{\"type\":\"predicted_mistake\",\"kind\":\"cell-in-other-column\","
                                        + "\"file\":\"csv/acme/c.csv\",\"line\":2,\"column\":\"event\",\"lands\":\"timestamp\",\"count\":2,"))
                .anyMatch(
                        line -> line.equals("{\"type\":\"prediction\",\"kind\":\"line-break-ends-record\",\"places\":1,"
                                + "\"count\":1,\"files_read\":3}"));
    }

    @Test
    void withoutAWarehouseTheFilesAreListedAlone() {
        wau.run("aggregate");
        Run crawl = wau.run("crawl");
        assertThat(crawl.exit()).isZero();
        assertThat(crawl.err()).contains("The warehouse has no tables yet", "only csv/ is listed");
        Run verify = wau.run("catalog", "verify");
        assertThat(verify.exit()).isZero();
        assertThat(verify.out()).contains("warehouse-missing (explained)");
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOthersAreListed() throws IOException {
        wau.run("run");
        write("central/csv/acme/headless.csv", "when,what\n1,2\n");
        write("central/csv/stray.csv", "x\n");

        Run crawl = wau.run("crawl");
        assertThat(crawl.exit()).isZero();
        assertThat(crawl.err())
                .contains("csv/acme/headless.csv: not read: no column holds the event's time")
                .contains("csv/stray.csv: not read: it is no customer's");
        assertThat(wau.run("crawl", "--strict").exit()).isEqualTo(1);
        Run verify = wau.run("catalog", "verify");
        assertThat(verify.exit()).isEqualTo(3);
        assertThat(verify.out()).contains("file-unread   csv/acme/headless.csv");
        assertThat(wau.run("catalog", "verify", "--whole").out())
                .contains("1 file could not be read")
                .doesNotContain("--whole looks at all");
    }

    @Test
    void whereNoFileCanBeReadTheFirstReasonIsTheError() throws IOException {
        write("central/csv/acme/headless.csv", "when,what\n1,2\n");
        Run crawl = wau.run("crawl");
        assertThat(crawl.exit()).isEqualTo(3);
        assertThat(crawl.err())
                .contains(
                        "none of 1 files could be read; the first, csv/acme/headless.csv: no column holds the event's time")
                .doesNotContain("Exception");
    }

    @Test
    void aCatalogThatIsDamagedSaysTheWayOut() throws IOException {
        wau.run("run");
        wau.run("crawl");
        write("central/catalog/wau.csv.json", "{");
        for (String[] line : new String[][] {{"catalog"}, {"catalog", "show", "csv"}}) {
            Run run = wau.run(line);
            assertThat(run.exit()).as(run.out()).isEqualTo(3);
            assertThat(run.err())
                    .contains(
                            "Cannot read catalog/wau.csv.json",
                            "it is no JSON or not whole (line 1); wau crawl writes it anew")
                    .doesNotContain("Exception:", "REDACTED", "StreamRead");
        }
        assertThat(wau.run("catalog").out()).contains("wau.wau_main_wau_audit_logs");
        assertThat(wau.run("catalog", "show", "wau_main_wau_audit_logs").exit()).isZero();
        assertThat(wau.run("catalog", "--json").lines())
                .anyMatch(line -> line.startsWith(
                        "{\"type\":\"unread_table\",\"table\":\"wau.csv\"," + "\"file\":\"catalog/wau.csv.json\","));
        Run verify = wau.run("catalog", "verify");
        assertThat(verify.exit()).isEqualTo(3);
        assertThat(verify.out())
                .contains(
                        "table-unread   wau.csv   catalog/wau.csv.json",
                        "it is no JSON or not whole (line 1)",
                        "Do: wau crawl",
                        "1 finding.")
                .doesNotContain("table-missing");
        assertThat(wau.run("crawl", "--dry-run").out()).contains("wau.csv   would be changed");
        assertThat(wau.run("crawl").out()).contains("wau.csv   changed");
        assertThat(wau.run("catalog", "verify").exit()).isZero();
    }

    @Test
    void wrongUseNamesTheRule() {
        assertThat(wau.run("crawl", "--sample", "few").err()).contains("is not a whole number from 1 to ");
        Run none = wau.run("crawl", "--sample", "0");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("is not a whole number from 1 to ");
        assertThat(wau.run("crawl", "--sample", "3", "--whole").exit()).isEqualTo(2);
        assertThat(wau.run("catalog", "verfy").exit()).isEqualTo(2);
        assertThat(wau.run("catalog", "show").err()).contains("TABLE");
        for (String[] line : new String[][] {
            {"crawl", "--help"}, {"catalog", "--help"}, {"catalog", "verify", "--help"}, {"catalog", "show", "--help"}
        }) {
            Run help = wau.run(line);
            assertThat(help.exit()).isZero();
            assertThat(help.out()).contains("Examples:", "--json", "Options of every command:");
        }
        assertThat(wau.run("catalog", "verify", "--help").out())
                .contains("--like-glue-crawler", "Nothing\nof it was run on Glue");
        assertThat(wau.run("completion").out()).contains("--like-glue-crawler");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
