package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final String FILE = "timestamp,event,userId\n2025-01-06 10:00:00,login,u1\n";

    private final Path folder;
    private final TestingWau wau;

    RunCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.wau = new TestingWau(folder);
    }

    @BeforeEach
    void config() throws IOException {
        write("wau.yaml", """
                central: central
                warehouse: jdbc:duckdb:wau.duckdb
                customers:
                  acme: {source: exports}
                """);
    }

    @Test
    void whereNothingWasReadNoRecordsAreTold() throws IOException {
        write("exports/a.csv", "when;what\n1;2\n");
        Run run = wau.run("run");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("1 of 1 customer\n").doesNotContain("0 records in", "header layout");
        assertThat(run.err())
                .contains("a.csv: refused: ", "wau inspect shows it, and what to set")
                .doesNotContain("unreadable");
    }

    @Test
    void whatMayBeARecordInTheHeadersPlaceIsToldByInspectAlone() throws IOException {
        write("exports/a.csv", "2025-01-06 10:00:00,login,ann.lee@example.org\n");
        for (String[] line : new String[][] {
            {"plan"},
            {"plan", "--json"},
            {"aggregate"},
            {"aggregate", "--json"},
            {"load"},
            {"run"},
            {"run", "--json"},
            {"history"},
            {"rejects"},
            {"status"},
            {"verify"}
        }) {
            Run run = wau.run(line);
            assertThat(run.out() + run.err()).as(String.join(" ", line)).doesNotContain("ann.lee", "2025-01-06 10");
        }
        assertThat(wau.run("inspect", "exports/a.csv").err()).contains("ann.lee", "columns.timestamp: ");
    }

    @Test
    void theSameHoldsForAFileThatSomeoneElsePutIntoTheBucket() throws IOException {
        write("exports/a.csv", FILE);
        wau.run("run");
        write("central/csv/acme/a.csv", "2025-01-06 10:00:00,login,ann.lee@example.org\n");
        write("central/csv/acme/b.csv", "2025-01-06 10:00:00,login,bob.day@example.org\n");
        Run verify = wau.run("verify");
        assertThat(verify.out()).contains("csv/acme/a.csv", "loaded, but can't be read any more");
        Run reload = wau.run("reload", "csv/acme/a.csv");
        Run load = wau.run("load", "csv/acme/b.csv");
        String all = verify.out()
                + verify.err()
                + reload.out()
                + reload.err()
                + load.out()
                + load.err()
                + wau.run("history").out();
        assertThat(all).doesNotContain("ann.lee", "bob.day").contains("no column holds the event's time");
    }

    @Test
    void whatIsWrongIsToldOnce() throws IOException {
        write("exports/a.csv", "when;what\n1;2\n");
        Run refused = wau.run("run");
        assertThat(refused.err()).containsOnlyOnce("no column holds the event's time");
        assertThat(refused.out()).contains("1 refused");
        Files.delete(folder.resolve("exports/a.csv"));
        Files.delete(folder.resolve("exports"));
        for (String command : new String[] {"run", "aggregate"}) {
            Run failed = wau.run(command);
            assertThat(failed.exit()).isNotZero();
            assertThat(failed.err()).containsOnlyOnce("no such folder").contains("  acme: Cannot list");
        }
    }

    @Test
    void theRecordsOfARefusedFileAreNotLeftBehind() throws IOException {
        write("exports/a.csv", FILE + "2025-01-06 10:00:00\n2025-01-06 10:00:00,\"lost,u1\n");
        write("exports/b.csv", "timestamp,event\nsoon,login\nsoon,login\n");
        Files.writeString(folder.resolve("wau.yaml"), "policies: {max-reject-ratio: 0.9}\n", StandardOpenOption.APPEND);
        assertThat(wau.run("aggregate").err())
                .contains("b.csv: refused: ")
                .contains("2 unreadable records left in the source");
    }

    @Test
    void aStrictRefusalSaysTheWayOn() throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), "policies: {columns: strict}\n", StandardOpenOption.APPEND);
        write("exports/a.csv", "timestamp,event,further\n2025-01-06 10:00:00,login,x\n");
        assertThat(wau.run("run").err()).contains("set policies.columns: evolve or rescue, then: wau reload FILE");
        Path config = folder.resolve("wau.yaml");
        Files.writeString(config, Files.readString(config).replace("strict", "rescue"));
        assertThat(wau.run("reload", "csv/acme/a.csv").exit()).isZero();
        assertThat(wau.run("query", "SELECT details FROM wau_audit_logs").out()).contains("further");
    }

    @Test
    void nothingNewIsALoadLineToo() throws IOException {
        write("exports/two\nlines.CSV", FILE);
        assertThat(wau.run("run", "--json").out()).contains("\"changed\":true", "\"records_loaded\":1");
        for (String command : new String[] {"run", "load"}) {
            assertThat(wau.run(command, "--json").out())
                    .contains("{\"type\":\"load\",\"run\":null,\"batch\":null,\"changed\":false,");
        }
        assertThat(wau.run("load").out()).contains("every marker is already loaded: nothing new");
        assertThat(wau.run("report", "weekly", "--json").out()).contains("\"zone\":\"UTC\"");
    }

    @Test
    void everyCommandKeepsTheSettingsBehindTheWarehousesPath() throws IOException {
        Path config = folder.resolve("wau.yaml");
        Files.writeString(
                config, Files.readString(config).replace("wau.duckdb", "./wau.duckdb;threads=3;memory_limit=600MB;"));
        write("exports/a.csv", FILE);
        assertThat(wau.run("run").exit()).isZero();
        assertThat(wau.run("report", "weekly").out()).contains("2025");
        assertThat(wau.run(
                                "query",
                                "SELECT current_setting('threads') || ' threads, ' || current_setting('memory_limit')")
                        .out())
                .contains("3 threads, 572.2 MiB");
        assertThat(wau.run("verify").exit()).isZero();
        assertThat(folder.resolve("wau.duckdb")).isRegularFile();
        assertThat(folder.toFile().list((parent, name) -> name.contains("threads")))
                .isEmpty();
    }

    @Test
    void aSettingThatDuckDbDoesntHaveIsAMistakeInTheConfiguration() throws IOException {
        Path config = folder.resolve("wau.yaml");
        Files.writeString(config, Files.readString(config).replace("wau.duckdb", "wau.duckdb;trheads=3"));
        write("exports/a.csv", FILE);
        Run run = wau.run("run");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("trheads").doesNotContain("Exception");
    }

    @Test
    void aFileInTheCentralFoldersPlaceSaysSo() throws IOException {
        write("exports/a.csv", FILE);
        write("central", "");
        Run run = wau.run("run");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("is there already, and not as a folder").doesNotContain("Exception");
    }

    @Test
    void aConfigurationThatCannotBeReadSaysWhy() throws IOException {
        Files.createDirectory(folder.resolve("conf"));
        Run run = wau.run("run", "--config", "conf");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("Cannot read " + folder.resolve("conf") + ": ")
                .doesNotContain("null");
    }

    @Test
    void countsAreNeverNegative() {
        for (String[] line : new String[][] {
            {"watch", "--rounds", "-1"}, {"history", "--limit", "-3"}, {"query", "--limit", "-3", "SELECT 1"}
        }) {
            Run run = wau.run(line);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("is not a whole number from 0 to");
        }
    }

    @Test
    void aFilesNameCannotForgeALineOfTheLog() throws IOException {
        write("exports/blank\nb.csv: loaded.csv", "\n");

        assertThat(wau.run("run").err())
                .contains("blank\\nb.csv: loaded.csv: refused: ")
                .doesNotContain("\nb.csv: loaded");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
