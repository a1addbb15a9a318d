package dev.wau.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.command.CommandEntry;
import dev.wau.cli.command.CommandRunner;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Surroundings;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.TerminalSettings;
import dev.wau.infra.cost.TestingDeployments;
import dev.wau.infra.cost.TestingPrices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfraCostCommandTest {

    private record Run(ExitCode exit, String out, String err) {}

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void files() {
        TestingDeployments.write(folder, "  other: {account: \"444455556666\", region: eu-west-1}\n");
    }

    @Test
    void a_person_sees_lines_totals_and_what_to_know_of_them() {
        Run run = run("--prices", TestingPrices.write(folder).toString());

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .containsPattern("(?m)^test  us-east-1$")
                .containsPattern("(?m)^other  eu-west-1$")
                .containsPattern("(?m)^analyse +warehouse, queries +487 +RPU-hour +0\\.4 +194\\.67$")
                .containsPattern("(?m)^analyse +warehouse, queries +487 +RPU-hour +0\\.4 +194\\.67 +us-east-1's$")
                .containsPattern("(?m)^total +224\\.07$")
                .contains("Idle, with no data and no queries: 12.51 USD a month, 5.6 % of it")
                .contains("The warehouse alone can cost at most 307.20 USD a day: daily-rpu-hours tells at 9.60")
                .contains(
                        "Assumed: 1 GB in 1000 files a day; runs a day: 1, minutes a load: 1.45, query hours a day: 2,"
                                + " months of data: 12");
        assertThat(run.err())
                .contains("another's stands in: alarms, dashboard, endpoint, ")
                .contains("List prices as seen 2026-11-23 to 2026-11-23, of the first tier")
                .contains("Not counted: data transfer out of the region")
                .doesNotContain("Look these up");
    }

    @Test
    void prices_that_nobody_has_checked_are_named() {
        assertThat(run().err())
                .contains("Look these up before you rely on them: ")
                .contains("flow-logs (undated copy)");
    }

    @Test
    void a_program_reads_a_flat_object_for_each_line_and_total() {
        Run run = run(
                "--json", "-e", "other", "--prices", TestingPrices.write(folder).toString());

        assertThat(run.out().lines()).hasSize(25).allMatch(line -> line.startsWith("{\"type\":\"cost"));
        assertThat(run.out())
                .contains(
                        "\"environment\":\"other\",\"region\":\"eu-west-1\",\"stage\":\"network\",\"item\":\"endpoint\",\"quantity\":730.0,\"unit\":\"hour\",\"unit_usd\":0.01,\"usd\":7.30,"
                                + "\"price\":\"endpoint\",\"service\":\"AWS\",\"price_region\":\"us-east-1\","
                                + "\"price_date\":\"2026-11-23\"")
                .contains("{\"type\":\"cost_total\",\"environment\":\"other\",\"region\":\"eu-west-1\",\"usd\":224.07,"
                        + "\"idle_usd\":12.51,")
                .doesNotContain("\"environment\":\"test\"");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void use_changes_the_estimate() {
        String prices = TestingPrices.write(folder).toString();

        // 4 h x 8 RPU x 30.4167 x 0.4
        assertThat(run("--prices", prices, "--query-hours", "4").out()).contains("389.33");
        assertThat(run("--prices", prices, "--gb-per-day", "0", "--files-per-day", "0", "--query-hours", "0")
                        .out())
                .containsPattern("(?m)^total +12\\.51$")
                .contains("12.51 USD a month, 100.0 % of it");
    }

    /** As 'wau init' writes them: what it costs is asked before anything moves. */
    @Test
    void sources_may_yet_be_folders() throws IOException {
        String prices = TestingPrices.write(folder).toString();
        String before = run("-e", "test", "--prices", prices).out();
        Files.writeString(
                folder.resolve("wau.yaml"),
                "customers:\n  acme: {source: ./exports/acme}\n  globex: {source: \"s3://globex-exports\"}\n");

        Run run = run("-e", "test", "--prices", prices);

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEqualTo(before);
        assertThat(run.err()).contains("Assumed: the sources that are folders (of acme) will be in S3");
    }

    @Test
    void more_than_the_warehouses_limit_is_told() {
        assertThat(run("--query-hours", "12").out())
                .contains("This use takes 96.3 RPU-hours a day, more than its daily-rpu-hours 24");
    }

    @Test
    void wrong_figures_are_refused_with_their_rule() {
        assertRefused("--gb-per-day", "-1", "'-1' is not a number from 0 to 1000000000, such as 2.5");
        assertRefused("--files-per-day", "many", "'many' is not a number from 0 to 1000000000");
        assertRefused("--query-hours", "NaN", "'NaN' is not a number from 0");
        assertRefused("--months", "0", "'0' is not a whole number of months from 1 to 600");
        assertRefused("--load-minutes", "0", "'0' is not a number from 0.001");
        assertRefused("--query-hours", "25", "Invalid --query-hours: 25 (0 to 24 hours a day)");
        assertRefused("--gb-per-day", "0", "Invalid use: 0 GB in 1000 files a day");
        assertRefused("-e", "tset", "Cannot find environment 'tset'");
        assertRefused("--prices", "none.json", "Cannot find ");
    }

    @Test
    void a_price_that_is_missing_is_named() {
        Run run = run("--prices", TestingPrices.writeWithout(folder, "glue-job").toString());

        assertThat(run.exit()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).contains("Cannot find price 'glue-job' (USD for a DPU-hour) of us-east-1");
    }

    @Test
    void help_says_what_is_assumed() {
        assertThat(run("--help").out())
                .contains("--gb-per-day")
                .contains("(default: 1)")
                .contains("(default: 1000)")
                .contains("(default: 2)")
                .contains("(default: 12)");
    }

    private void assertRefused(String option, String value, String message) {
        Run run = run(option, value);
        assertThat(run.exit()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    private Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(new Terminal(out, err, TerminalSettings.PIPE), Map.of(), folder);
        List<String> line = new ArrayList<>(List.of("infra", "cost"));
        line.addAll(List.of(arguments));
        CommandEntry infra = new CommandEntry("infra", "The system on AWS as code", InfraCommand::new);
        ExitCode exit = new CommandRunner(surroundings, List.of(infra)).run(line);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
