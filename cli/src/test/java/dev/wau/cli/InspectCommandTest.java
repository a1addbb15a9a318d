package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    private final Path folder;
    private final TestingWau wau;

    InspectCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.wau = new TestingWau(folder);
    }

    @Test
    void saysWhatEachColumnBecomesAndCountsTheRejects() throws IOException {
        file("a.csv", "event,timestamp,userId\nlogin,2025-01-06 10:00:00,u1\nlogin,soon,u2\n");
        Run run = wau.run("inspect", "a.csv");
        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0)).startsWith("a.csv").endsWith("2 records: 1 good, 1 rejected");
        assertThat(run.out())
                .containsPattern("timestamp +event_time +time +100.0 % +2025-01-06 10:00:00")
                .contains("line 3  bad-time", "login,soon,u2");
    }

    @Test
    void rejectsMakeAStrictRunIncomplete() throws IOException {
        file("a.csv", "event,timestamp\nlogin,soon\n");
        assertThat(wau.run("inspect", "a.csv").exit()).isZero();
        assertThat(wau.run("inspect", "a.csv", "--strict").exit()).isEqualTo(1);
    }

    @Test
    void aRefusedFileFailsAndSaysWhichOptionsHelp() throws IOException {
        file("a.csv", "when,who,what\n2025-01-06 10:00:00,u1,login\n");
        Run run = wau.run("inspect", "a.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("a.csv: refused: no time column (header: when,who,what)")
                .contains("--timestamp");
        assertThat(wau.run("inspect", "a.csv", "--timestamp", "when", "--event", "what", "--user", "who")
                        .exit())
                .isZero();
    }

    @Test
    void aFolderIsNoFile() {
        Run run = wau.run("inspect", ".");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("it is a folder");
    }

    @Test
    void encodingsAreNamedAsInTheConfiguration() throws IOException {
        file("a.csv", "timestamp,event\n2025-01-06 10:00:00,login\n");
        assertThat(wau.run("inspect", "--help").out())
                .contains("utf-8, utf-16le")
                .doesNotContain("UTF_8");
        assertThat(wau.run("inspect", "a.csv", "--encoding", "windows-1252").exit())
                .isZero();
        assertThat(wau.run("inspect", "a.csv", "--encoding", "UTF_8").exit()).isZero();
        assertThat(wau.run("inspect", "a.csv", "--encoding", "ebcdic"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("'ebcdic' is not one of utf-8, "));
    }

    @Test
    void csvPrintsTheRecordsByTheTablesColumns() throws IOException {
        file("a.csv", "timestamp;event;userId;=x\n06.01.2025 10:00;log \"in\";u1;=1+1\nbad;login;u1;\n");
        Run run = wau.run(
                "inspect",
                "a.csv",
                "--output",
                "csv",
                "--delimiter",
                ";",
                "--time-format",
                "dd.MM.uuuu HH:mm",
                "--zone",
                "Europe/Berlin");
        assertThat(run.lines())
                .containsExactly(
                        "event_time,event,user_id,x,line", "2025-01-06T09:00:00Z,\"log \"\"in\"\"\",u1,=1+1,2");
        assertThat(run.err()).startsWith("1 record rejected");
    }

    @Test
    void jsonLinesAreFlatAndTyped() throws IOException {
        file("a.csv", "timestamp,event\n2025-01-06 10:00:00,login\nsoon,login\n");
        assertThat(wau.run("inspect", "a.csv", "--json").lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("{\"type\":\"") && line.endsWith("}"))
                .anyMatch(line -> line.startsWith("{\"type\":\"inspection\",\"file\":\"a.csv\",\"bytes\":")
                        && line.contains("\"records_read\":2,\"records_good\":1,\"records_rejected\":1"))
                .anyMatch(line -> line.contains("\"type\":\"reject\",\"line\":3,\"reason\":\"bad-time\""));
    }

    @Test
    void aMissingFileIsWrongUse() {
        Run run = wau.run("inspect", "nowhere.csv");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("Cannot read nowhere.csv: there is no such file\n");
    }

    @Test
    void anErrorIsJsonTooWhenAsked() {
        assertThat(wau.run("inspect", "nowhere.csv", "--json").err())
                .isEqualTo("{\"type\":\"error\",\"code\":\"not_found\",\"message\":\"Cannot read nowhere.csv:"
                        + " there is no such file\"}\n");
    }

    @Test
    void hostileCellsCannotWriteToTheTerminal() throws IOException {
        file("a.csv", "timestamp,event\n2025-01-06 10:00:00,\u001b[2Jlogin\n");
        assertThat(wau.run("inspect", "a.csv").out()).contains("\\x1B[2Jlogin").doesNotContain("\u001b");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
