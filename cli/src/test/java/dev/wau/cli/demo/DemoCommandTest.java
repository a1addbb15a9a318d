package dev.wau.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.command.CommandEntry;
import dev.wau.cli.command.CommandRunner;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Surroundings;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.TerminalSettings;
import dev.wau.cli.terminal.Text;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on a small demo, against the oracle that reads the files by itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoCommandTest {
    private static final DemoSize SMALL = new DemoSize(3, 4);

    @TempDir
    private static Path folder;

    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
    private static ExitCode code = ExitCode.FAILED;

    @BeforeAll
    static void run() {
        code = demo(OUT, "demo");
    }

    @Test
    @Order(1)
    void theStoryFitsOnOneScreenAndEndsWell() {
        List<String> lines = OUT.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(code).as(String.join("\n", lines)).isEqualTo(ExitCode.DONE);
        assertThat(lines)
                .hasSizeLessThanOrEqualTo(45)
                .allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(80));
        assertThat(lines).anyMatch(line -> line.startsWith("All as planted"));
        assertThat(lines).anyMatch(line -> line.contains("2 of 3 customers: provisional"));
        assertThat(lines).anyMatch(line -> line.contains("nothing new, nothing done"));
    }

    @Test
    @Order(2)
    void theWarehouseHoldsWhatTheOracleReads() {
        assertWarehouseIsAsTheOracleReads();
    }

    @Test
    @Order(3)
    void allFilesInOneRunGiveTheSameTable(@TempDir Path other) throws IOException {
        DemoWorkspace workspace = new DemoWorkspace(other);
        DemoGenerator generator = new DemoGenerator(7, SMALL, 2);
        workspace.prepare(generator.customers());
        generator.write(Phase.FIRST, workspace.exports());
        generator.write(Phase.SECOND, workspace.exports());
        String atOnce;
        try (Rounds rounds = rounds(workspace)) {
            rounds.load(rounds.aggregate());
            atOnce = checksum(rounds.warehouse());
        }
        try (Rounds rounds = rounds(workspace())) {
            assertThat(checksum(rounds.warehouse())).isEqualTo(atOnce);
        }
    }

    @Test
    @Order(4)
    void theWaitingFilesMakeTheLastWeekComplete() throws IOException {
        DemoWorkspace workspace = workspace();
        try (Stream<Path> late = Files.list(workspace.late().resolve("initech"))) {
            for (Path file : late.toList()) {
                Files.copy(file, workspace.exports().resolve("initech").resolve(file.getFileName()));
            }
        }
        try (Rounds rounds = rounds(workspace)) {
            rounds.load(rounds.aggregate());
            assertThat(WeeklyUsers.of(rounds.weekly())
                            .week(DemoCalendar.monday(25))
                            .complete())
                    .isTrue();
        }
        assertWarehouseIsAsTheOracleReads();
    }

    private static void assertWarehouseIsAsTheOracleReads() {
        DemoOracle oracle = DemoOracle.of(workspace().exports());
        try (Rounds rounds = rounds(workspace())) {
            Map<String, Long> rows = new TreeMap<>();
            for (List<@Nullable Object> row : rounds.warehouse()
                    .query("SELECT customer, count(*) FROM wau_audit_logs GROUP BY customer", 10)
                    .rows()) {
                rows.put(String.valueOf(row.get(0)), row.get(1) instanceof Number count ? count.longValue() : -1L);
            }
            assertThat(rows).isEqualTo(oracle.rows());
            Map<LocalDate, Long> weekly = new TreeMap<>();
            WeeklyUsers.of(rounds.weekly()).weeks().stream()
                    .filter(week -> week.users() > 0)
                    .forEach(week -> weekly.put(week.monday(), week.users()));
            Map<LocalDate, Long> expected = new TreeMap<>();
            oracle.weeklyUsers().forEach((week, users) -> expected.put(week, (long) users));
            assertThat(weekly).isEqualTo(expected);
        }
    }

    /** Of all columns that don't depend on which file carries a row. */
    private static String checksum(Warehouse warehouse) {
        return warehouse
                .query(
                        "SELECT count(*), sum(hash(customer, event_time, event, user_id, user_agent, source_customer,"
                                + " comment, changes, event_hash, occurrence)) FROM wau_audit_logs",
                        1)
                .rows()
                .toString();
    }

    private static DemoWorkspace workspace() {
        return new DemoWorkspace(folder.resolve("demo"));
    }

    private static Rounds rounds(DemoWorkspace workspace) {
        WauConfig config = ConfigReader.read(workspace.config(), Map.of());
        return new Rounds(config, Progress.NONE);
    }

    private static ExitCode demo(ByteArrayOutputStream out, String... arguments) {
        Terminal terminal =
                new Terminal(out, new ByteArrayOutputStream(), new TerminalSettings(80, false, true, false));
        CommandEntry entry = new CommandEntry("demo", "", () -> new DemoCommand(SMALL));
        return new CommandRunner(new Surroundings(terminal, Map.of(), folder), List.of(entry)).run(List.of(arguments));
    }
}
