package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import dev.wau.cli.terminal.TerminalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wau doctor} on one machine; what it does in the cloud stands in {@link CloudDoctorTest}, and with Redshift in {@link RedshiftDoctorIT}. */
class DoctorCommandTest {

    private final Path folder;
    private final TestingWau wau;

    DoctorCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.wau = new TestingWau(folder);
        Files.writeString(folder.resolve("wau.yaml"), "customers: {acme: {source: acme}}\n");
        Files.createDirectories(folder.resolve("acme"));
        Files.writeString(folder.resolve("acme/a.csv"), "timestamp,event\n2025-01-06 10:00:00,login\n");
    }

    @Test
    void whatCanBeUsedIsListed() throws IOException {
        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.lines())
                .contains(
                        "ok      reads " + folder.resolve("wau.yaml"),
                        "ok      reads acme's source " + folder.resolve("acme"),
                        "ok      the central bucket " + folder.resolve("central")
                                + " does not exist yet: the first run makes it",
                        "ok      opens the warehouse jdbc:duckdb:" + folder.resolve("wau.duckdb"))
                .anyMatch(line ->
                        line.matches("ok      DuckDB v.* has no tables of wau's yet: the first load makes them"));
        assertThat(folder.resolve("wau.duckdb")).doesNotExist();
    }

    @Test
    void aLookLeavesNothingBehind() throws IOException {
        List<String> before = paths();
        wau.run("doctor");
        assertThat(paths()).isEqualTo(before);

        Files.createDirectories(folder.resolve("central"));
        List<String> withFolder = paths();
        assertThat(wau.run("doctor").lines())
                .contains(
                        "ok      lists the central bucket " + folder.resolve("central"),
                        "ok      writes, reads and deletes an object there",
                        "ok      makes an object there only once");
        assertThat(paths()).isEqualTo(withFolder);
        for (String line : List.of(
                "catalog",
                "catalog verify",
                "catalog show csv",
                "crawl",
                "verify",
                "report",
                "status",
                "history",
                "rejects",
                "plan")) {
            wau.run(line.split(" ", -1));
            assertThat(paths()).as(line).isEqualTo(withFolder);
        }
    }

    @Test
    void aLoadAfterALookInOneProcessFindsItsPlaceAgain() {
        assertThat(wau.run("run").exit()).isZero();
        assertThat(wau.run("doctor").exit()).isZero();
        assertThat(wau.run("run").exit()).isZero();
        assertThat(wau.run("crawl").exit()).isZero();
    }

    @Test
    void theLastLineOfTheJsonCounts() {
        assertThat(wau.run("doctor", "--json")
                        .lines()
                        .get(wau.run("doctor", "--json").lines().size() - 1))
                .matches("\\{\"type\":\"doctor\",\"checks\":[0-9]+,\"ok\":[0-9]+,\"notes\":[0-9]+,\"wrong\":0}");
    }

    private List<String> paths() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void aWarehouseWithTablesIsRead() throws IOException {
        assertThat(wau.run("run").exit()).isZero();

        assertThat(wau.run("doctor").lines())
                .anyMatch(line -> line.matches("ok      the tables in DuckDB v.* are of this wau's form, [0-9]+"))
                .contains("ok      reads wau's tables");
    }

    @Test
    void tablesOfAnotherWauAreFound() throws IOException, SQLException {
        assertThat(wau.run("run").exit()).isZero();
        form(99);
        assertThat(wau.run("doctor").out())
                .contains("wrong   the tables in DuckDB", "they are of form 99, which a newer wau made");
        form(1);
        Run older = wau.run("doctor");
        assertThat(older.exit()).isZero();
        assertThat(older.out()).contains("note    the tables in DuckDB", "fix: wau load    brings them up to date");
    }

    private void form(int form) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("wau.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE wau_settings SET value = '" + form + "' WHERE name = 'schema_version'");
        }
    }

    @Test
    void aLoadOnGlueNeedsABucket() throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), "glue: {job: wau-load}\ncustomers: {acme: {source: acme}}\n");

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out()).contains("wrong   job wau-load: can read the central bucket\n");
    }

    @Test
    void aCustomerThatIsNotThereIsWrongUse() {
        Run doctor = wau.run("doctor", "--customer", "globex");

        assertThat(doctor.exit()).isEqualTo(2);
        assertThat(doctor.err()).contains("Cannot find customer 'globex'", "(acme)");
    }

    @Test
    void linesAreBrokenWhereTheTerminalEnds() throws IOException {
        Files.delete(folder.resolve("acme/a.csv"));
        TestingWau narrow = new TestingWau(folder, new TerminalSettings(60, false, true, false));

        assertThat(narrow.run("doctor").out())
                .contains("note    reads acme's source")
                .contains("\n        fix: see that customers.acme.source and 'files' name\n        the right ones");
    }

    @Test
    void whatIsWrongIsSaidAndTheRestIsCheckedAllTheSame() throws IOException {
        Files.writeString(folder.resolve("central"), "no folder");
        Files.writeString(folder.resolve("wau.duckdb"), "no database");

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("wrong   lists the central bucket " + folder.resolve("central")
                        + "\n        a file stands there")
                .contains("wrong   opens the warehouse jdbc:duckdb:")
                .contains("not a valid DuckDB database file");
    }

    @Test
    void aFolderThatIsNotThereIsToldOnce() throws IOException {
        Files.delete(folder.resolve("acme/a.csv"));
        Files.delete(folder.resolve("acme"));

        assertThat(wau.run("doctor").out())
                .contains(
                        "wrong   reads acme's source " + folder.resolve("acme") + "\n        there is no such folder\n")
                .containsOnlyOnce("ake the folder")
                .doesNotContain("Make it");
    }

    @Test
    void withoutAConfigurationThereIsNothingToCheck() throws IOException {
        Files.delete(folder.resolve("wau.yaml"));

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isEqualTo(2);
        assertThat(doctor.err()).contains("Cannot find wau.yaml", "wau init");
    }
}
