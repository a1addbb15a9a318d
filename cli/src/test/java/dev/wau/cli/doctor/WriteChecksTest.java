package dev.wau.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is closed is said to be: the user who runs tests may write everywhere. */
class WriteChecksTest {

    private final Path folder;
    private final Path central;

    WriteChecksTest(@TempDir Path folder) {
        this.folder = folder;
        this.central = folder.resolve("central");
    }

    @BeforeEach
    void places() throws IOException {
        for (String name : new String[] {"csv/acme", "complete", "catalog", "state/aggregate"}) {
            Files.createDirectories(central.resolve(name));
        }
        Files.createDirectories(folder.resolve("warehouse"));
    }

    private WriteChecks closed(Path... closed) throws IOException {
        Path file = Files.writeString(
                folder.resolve("wau.yaml"),
                "central: central\nwarehouse: 'jdbc:duckdb:warehouse/wau.duckdb'\ncustomers: {acme: {source: acme}}\n");
        WauConfig config = ConfigReader.read(file, Map.of());
        Set<Path> them = Set.of(closed);
        return new WriteChecks(path -> !them.contains(path), config, folder.resolve("tmp"));
    }

    @Test
    void whereEverythingMayBeWrittenNothingIsSaid() throws IOException {
        Files.createDirectories(folder.resolve("tmp"));

        assertThat(closed().refusal(central)).isEmpty();
        assertThat(closed().refusal(folder.resolve("warehouse/wau.duckdb"))).isEmpty();
        assertThat(closed().refusal(folder.resolve("not/yet/there/wau.duckdb"))).isEmpty();
        assertThat(closed().refusal(folder.resolve("tmp"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv/acme", "complete", "catalog", "state", "state/aggregate"})
    void aFolderOfTheCentralBucketThatIsClosedIsNamed(String name) throws IOException {
        assertThat(closed(central.resolve(name)).refusal(central))
                .contains("this user may not write to " + central.resolve(name));
    }

    @Test
    void aFileInAFoldersPlaceIsNamed() throws IOException {
        Files.delete(central.resolve("catalog"));
        Files.writeString(central.resolve("catalog"), "");

        assertThat(closed().refusal(central))
                .contains("a file stands where a folder should be: " + central.resolve("catalog"));
    }

    @Test
    void theWarehousesFileAndItsFolderAreBothWrittenTo() throws IOException {
        Path home = folder.resolve("warehouse");
        Path file = home.resolve("wau.duckdb");

        assertThat(closed(home).refusal(file)).contains("this user may not write to " + home);
        Files.writeString(file, "");
        assertThat(closed(home).refusal(file)).contains("this user may not write to " + home);
        assertThat(closed(file).refusal(file)).contains("this user may not write to " + file);
    }

    @Test
    void temporaryFilesNeedAFolderThatIsThere() throws IOException {
        Path place = folder.resolve("tmp");

        assertThat(closed().refusal(place)).contains("there is no such folder");
        Files.createDirectory(place);
        assertThat(closed(place).refusal(place)).contains("this user may not write to " + place);
    }
}
