package dev.wau.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.check.Check;
import dev.wau.check.Check.State;
import dev.wau.collect.Connectors;
import dev.wau.collect.Source;
import dev.wau.collect.SourcePlace;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChecksTest {

    private final Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();

    SourceChecksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<Check> look(Function<SourcePlace, Source> sources, WauConfig config) {
        return Found.by(checks ->
                new SourceChecks(sources, checks, Duration.ofMillis(200), told::add).look(config.customers()));
    }

    private List<Check> look(int customers) throws IOException {
        StringBuilder yaml = new StringBuilder("customers:\n");
        for (int i = 0; i < customers; i++) {
            yaml.append("  c").append(i).append(": {source: c").append(i).append("}\n");
            Files.createDirectories(folder.resolve("c" + i));
            Files.writeString(folder.resolve("c" + i + "/a.csv"), "timestamp,event\n");
        }
        WauConfig config = ConfigReader.read(Files.writeString(folder.resolve("wau.yaml"), yaml), Map.of());
        Files.delete(folder.resolve("c2/a.csv"));
        Files.delete(folder.resolve("c1/a.csv"));
        Files.delete(folder.resolve("c1"));
        try (Connectors connectors = Connectors.folders(InstantSource.system())) {
            return look(connectors::source, config);
        }
    }

    @Test
    void fewAreToldOneByOneInTheirOrder() throws IOException {
        List<Check> found = look(4);

        assertThat(found).extracting(Check::state).containsExactly(State.OK, State.WRONG, State.NOTE, State.OK);
        assertThat(found.get(1).problem()).contains("no such folder");
        assertThat(found.get(1).fix()).isEqualTo("make the folder, or correct customers.c1.source in wau.yaml");
        assertThat(found.get(2).problem()).startsWith("it can be listed, and no file matches '**.{csv");
        assertThat(told).isEmpty();
    }

    @Test
    void ofManyOnlyTheOthersAreToldOneByOne() throws IOException {
        List<Check> found = look(60);

        assertThat(found)
                .extracting(Check::name)
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("reads c1's source "),
                        name -> assertThat(name).startsWith("reads c2's source "),
                        name -> assertThat(name).isEqualTo("reads the sources of 58 customers"));
    }

    @Test
    void whereItTakesLongAPersonIsTold() throws IOException {
        WauConfig config = ConfigReader.read(
                Files.writeString(folder.resolve("wau.yaml"), "customers: {a: {source: a}, b: {source: b}}"), Map.of());
        try (Connectors connectors = Connectors.folders(InstantSource.system())) {
            look(
                    place -> {
                        while (told.isEmpty() && place.location().name().endsWith("a")) {
                            Thread.onSpinWait();
                        }
                        return connectors.source(place);
                    },
                    config);
        }

        assertThat(told).first().asString().matches("looked at [01] of 2 sources");
    }

    @Test
    void aFolderThatIsThereIsNotToBeMade() throws IOException {
        WauConfig config = ConfigReader.read(
                Files.writeString(folder.resolve("wau.yaml"), "customers: {a: {source: a}}"), Map.of());
        Files.createDirectories(folder.resolve("a"));

        List<Check> found = look(
                place -> {
                    throw new WauException(ErrorCode.STORE_FAILED, "Cannot list it: permission denied");
                },
                config);

        assertThat(found.get(0).fix())
                .isEqualTo("let this user list it and read its files, or correct customers.a.source in wau.yaml");
    }
}
