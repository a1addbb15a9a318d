package dev.wau.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.check.Check;
import dev.wau.check.Check.State;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final long GIB = 1L << 30;

    private final Path folder;

    MachineChecksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private WauConfig config(String warehouse) throws IOException {
        Path file = Files.writeString(
                folder.resolve("wau.yaml"), "warehouse: \"" + warehouse + "\"\ncustomers: {acme: {source: acme}}\n");
        return ConfigReader.read(file, Map.of());
    }

    private static Machine machine(String system, String zones, long memory, long room) {
        return new Machine("wau", system, "amd64", zones, memory, path -> OptionalLong.of(room), path -> true, NOW);
    }

    private List<Check> versions(String warehouse, String system, String zones) throws IOException {
        WauConfig config = config(warehouse);
        return Found.by(checks -> new MachineChecks(machine(system, zones, GIB, GIB), config, checks).versions());
    }

    private List<Check> room(String warehouse, long memory, long room) throws IOException {
        WauConfig config = config(warehouse);
        return Found.by(checks -> new MachineChecks(machine("Linux", "2026a", memory, room), config, checks).room());
    }

    @Test
    void duckDbRunsOnFewSystemsAndServersDoNotMind() throws IOException {
        assertThat(versions("jdbc:duckdb:wau.duckdb", "Mac OS X", "2026a"))
                .extracting(Check::state)
                .containsOnly(State.OK);
        assertThat(versions("jdbc:postgresql://db/wau", "AIX", "2026a"))
                .extracting(Check::state)
                .containsOnly(State.OK);

        Check wrong = Found.other(versions("jdbc:duckdb:wau.duckdb", "AIX", "2026a"));
        assertThat(wrong.state()).isEqualTo(State.WRONG);
        assertThat(wrong.problem()).isEqualTo("DuckDB has no library for AIX on amd64");
        assertThat(wrong.fix()).contains("PostgreSQL");
    }

    @ParameterizedTest
    @CsvSource({"2026a,", "2024b,", "2023c,NOTE", "odd,NOTE"})
    void zoneDataOfYearsAgoIsANote(String zones, @Nullable State expected) throws IOException {
        List<Check> found = versions("jdbc:duckdb:wau.duckdb", "Linux", zones);

        assertThat(found.get(1).state()).isEqualTo(expected == null ? State.OK : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:duckdb:wau.duckdb,2048,",
        "jdbc:duckdb:wau.duckdb,900,NOTE",
        "jdbc:duckdb:wau.duckdb,600,WRONG",
        "jdbc:duckdb:wau.duckdb;memory_limit=4GB,4000,NOTE",
        "jdbc:duckdb:wau.duckdb;memory_limit='150MB',900,",
        "jdbc:duckdb:wau.duckdb;memory_limit=80%,1100,",
        "jdbc:postgresql://db/wau,100,"
    })
    void memoryIsHeldAgainstWhatALoadMayTake(String warehouse, long mebibytes, @Nullable State expected)
            throws IOException {
        List<Check> found = room(warehouse, mebibytes << 20, 2 * GIB);

        assertThat(found.stream().filter(check -> check.state() != State.OK))
                .extracting(Check::state)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"2000000000,OK", "999999999,NOTE", "99999999,WRONG"})
    void littleRoomIsANoteAndNoneIsWrong(long bytes, State expected) throws IOException {
        List<Check> found = room("jdbc:duckdb:wau.duckdb", 2 * GIB, bytes);

        assertThat(found.subList(1, found.size()))
                .hasSize(3)
                .extracting(Check::state)
                .containsOnly(expected);
        if (expected != State.OK) {
            assertThat(found.get(1).fix()).contains("'central' in wau.yaml");
            assertThat(found.get(3).fix()).contains("-Djava.io.tmpdir=DIR");
        }
    }

    @Test
    void thisMachineIsAsked() {
        Machine here = Machine.here("wau 1");

        assertThat(here.memory()).isPositive();
        assertThat(here.zones()).matches("20[0-9]{2}[a-z]+");
        assertThat(here.room().apply(folder.resolve("not/yet/there"))).isPresent();
    }
}
