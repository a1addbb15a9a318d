package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import dev.wau.cli.terminal.TerminalSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** history, rejects, report and query on one small embedded warehouse. */
class WarehouseCommandsTest {

    private static final String FILE = """
            timestamp,event,userId,customer
            2025-01-06 10:00:00,login,u1,acme
            2025-01-07 10:00:00,login,u2,acme
            soon,login,u3,acme
            2025-01-14 10:00:00,=cmd,u1,acme
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void load() throws IOException {
        new TestingHistory(folder)
                .file("acme/a.csv", FILE)
                .file("acme/b.csv", "when\n1\n")
                .load();
    }

    @Test
    void historyListsFilesWithTheirAccountingAndErrors() {
        Run run = wau("history");
        assertThat(run.err()).isEqualTo("2 files: 1 loaded, 1 failed\n");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("csv/acme/a.csv +loaded +4 +3 +1 +0 +20")
                .contains("  csv/acme/b.csv: ", "no column holds the event's time");
        assertThat(run.err()).isEqualTo("2 files: 1 loaded, 1 failed\n");
    }

    @Test
    void historyFilters() {
        assertThat(wau("history", "--state", "failed", "--json").lines()).hasSize(1);
        assertThat(wau("history", "--file", "a.csv", "--json").lines())
                .singleElement()
                .asString()
                .startsWith(
                        "{\"type\":\"file\",\"object_key\":\"csv/acme/a.csv\",\"state\":\"loaded\",\"records_read\":4");
        assertThat(wau("history", "--customer", "nobody").err()).contains("No file of that kind");
        assertThat(wau("history", "--limit", "1").err()).contains("More than 1 file");
        assertThat(wau("history", "--strict").exit()).isEqualTo(1);
    }

    @Test
    void historyOfRunsAndBatches() {
        assertThat(wau("history", "--runs", "--json").lines())
                .singleElement()
                .asString()
                .contains("\"type\":\"run\"", "\"kind\":\"load\"");
        assertThat(wau("history", "--batches", "--format", "csv").out())
                .isEqualTo("batch,started_at,completed_at,customers_expected,customers_arrived,run\n");
        assertThat(wau("history", "--batches", "--runs").exit()).isEqualTo(2);
    }

    @Test
    void rejectsNamePlaceReasonAndText() {
        Run run = wau("rejects");
        assertThat(run.err()).isEqualTo("1 rejected record: 1 bad-time\n");
        assertThat(run.out()).contains("csv/acme/a.csv:4  bad-time  ", "\n    soon,login,u3,acme\n");
        assertThat(run.err()).isEqualTo("1 rejected record: 1 bad-time\n");
        assertThat(wau("rejects", "--reason", "missing-time").err()).contains("No rejected record");
        assertThat(wau("rejects", "--reason", "nonsense").exit()).isEqualTo(2);
        assertThat(wau("rejects", "--json").out())
                .startsWith("{\"type\":\"reject\",\"object_key\":\"csv/acme/a.csv\",\"customer\":\"acme\"");
    }

    @Test
    void queryIsReadOnlyAndPrintsAllFormats() {
        assertThat(wau("query", "SELECT user_id, count(*) AS n FROM wau_audit_logs GROUP BY 1 ORDER BY 1")
                        .lines())
                .containsExactly("user_id  n", "u1       2", "u2       1");
        assertThat(wau("query", "SELECT event FROM wau_audit_logs ORDER BY 1 LIMIT 1", "--format", "csv")
                        .out())
                .isEqualTo("event\n'=cmd\n");
        assertThat(wau("query", "SELECT event FROM wau_audit_logs ORDER BY 1 LIMIT 1", "--json")
                        .out())
                .isEqualTo("{\"event\":\"=cmd\"}\n");
        assertThat(wau("query", "SELECT * FROM wau_audit_logs", "--limit", "1").err())
                .contains("more than 1 row");
        assertThat(wau("query", "DELETE FROM wau_audit_logs").exit()).isEqualTo(2);
        assertThat(wau("query", "SELEC 1").exit()).isEqualTo(2);
    }

    @Test
    void reportIsATableWithBarsAndSaysWhatItStandsOn() {
        Run run = wau("report");
        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0)).isEqualTo("Weekly active users (all customers, UTC, weeks from Monday)");
        assertThat(run.out())
                .containsPattern("2025-01-06 +█{32} +2 ")
                .containsPattern("2025-01-13 +█{16} +1 +1 +0 of 1 customer: provisional");
        assertThat(run.err()).contains("Stands on 1 file");
    }

    @Test
    void everyReportPrintsEveryFormatAndFitsTheTerminal() {
        TestingWau narrow = new TestingWau(folder, new TerminalSettings(80, false, true, false));
        for (String name : new String[] {
            "weekly", "daily", "monthly", "stickiness", "lifecycle", "retention", "events", "customers"
        }) {
            assertThat(narrow.run("report", name).lines()).allMatch(line -> line.length() <= 80, name);
            assertThat(wau("report", name, "--json").lines())
                    .allMatch(line -> line.startsWith("{\"type\":\"" + name) || line.startsWith("{\"type\":\"basis\""));
            assertThat(wau("report", name, "--format", "csv").lines()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void wrongUseOfReportNamesTheRule() {
        assertThat(wau("report", "weekly", "--zone", "Nowhere").err()).contains("an IANA time zone");
        assertThat(wau("report", "weekly", "--from", "1.1.2025").err()).contains("'1.1.2025' is not a day");
        assertThat(wau("report", "wekly").err()).contains("'wekly'", "weekly");
        assertThat(wau("report", "weekly", "--rolling", "--calendar").exit()).isEqualTo(2);
        assertThat(wau("report", "weekly", "--customer", "nobody").exit()).isEqualTo(2);
    }

    @Test
    void howLongToWaitIsATime() {
        for (String time : new String[] {"0", "90s", "10m", "1h", "5"}) {
            assertThat(wau("history", "--wait", time).exit()).isZero();
        }
        for (String time : new String[] {"soon", "-1s", "1d", ""}) {
            Run run = wau("history", "--wait", time);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("'" + time + "' is not a time, such as 90s, 10m or 1h");
        }
        for (String command : new String[] {
            "run", "watch", "load", "unload", "reload", "report", "query", "history", "rejects", "verify", "plan"
        }) {
            assertThat(wau(command, "--help").out()).contains("--wait=TIME");
        }
    }

    @Test
    void withoutConfigurationTheWayOutIsNamed(@TempDir Path empty) {
        Run run = new TestingWau(empty).run("history");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("Cannot find wau.yaml").contains("wau init");
    }

    private static Run wau(String... arguments) {
        return new TestingWau(folder).run(arguments);
    }
}
