package dev.wau.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of DuckDB that follow the path. */
final class DuckDbSettingsTest {

    private static final String FILE = "timestamp,event,userId\n2025-01-06 08:00:00,login,ann\n";
    private static final String SETTINGS =
            "SELECT current_setting('threads')::VARCHAR, current_setting('memory_limit')";

    @TempDir
    Path folder;

    /** What DuckDB calls 600 MB is 572.2 MiB; a machine has neither 3 cores nor that limit by chance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ";threads=3;memory_limit=600MB",
                ";threads=3;memory_limit=600MB;",
                "; WORKER_THREADS = 3;max_memory=600MB"
            })
    void theUrlsSettingsHoldForWriterAndReader(String settings) {
        String url = url(settings);
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            new TestingLoads(warehouse).load("acme/a.csv", FILE);
            assertThat(settings(warehouse)).containsExactly("3", "572.2 MiB");
        }
        assertThat(folder.toFile().list()).containsExactly("a warehouse.duckdb");
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_ONLY)) {
            assertThat(settings(warehouse)).containsExactly("3", "572.2 MiB");
            assertThat(warehouse.activity().basis().rows()).isEqualTo(1);
            new TestingLoads(warehouse).requireAccounting();
        }
    }

    @Test
    void whatTheUrlDoesntSetIsOurs() {
        try (Warehouse warehouse = Warehouses.open(url(";threads=1"), Access.READ_WRITE)) {
            new TestingLoads(warehouse).load("acme/a.csv", FILE);
            assertThat(settings(warehouse)).containsExactly("1", "400.0 MiB");
        }
        try (Warehouse warehouse = Warehouses.open(url(";memory_limit=1GiB"), Access.READ_ONLY)) {
            assertThat(settings(warehouse))
                    .containsExactly(String.valueOf(Runtime.getRuntime().availableProcessors()), "1.0 GiB");
        }
    }

    @Test
    void aWarehouseInMemoryHasSettingsToo() {
        try (Warehouse warehouse = Warehouses.open("jdbc:duckdb:;threads=3", Access.READ_WRITE)) {
            new TestingLoads(warehouse).load("acme/a.csv", FILE);
            assertThat(settings(warehouse)).containsExactly("3", "400.0 MiB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";trheads=2", ";threads=two", ";threads"})
    void aSettingThatDuckDbRefusesIsSaidInItsWords(String settings) {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Warehouses.open(url(settings), Access.READ_WRITE))
                    .hasMessageStartingWith("Invalid settings behind the warehouse " + url("") + ": ")
                    .hasMessageContaining(settings.substring(1).split("=", 2)[0])
                    .isInstanceOfSatisfying(
                            WauException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION));
            if (attempt == 0) {
                assertThat(folder).as("nothing is left").isEmptyDirectory();
                Warehouses.open(url(""), Access.READ_WRITE).close();
            }
        }
    }

    @Test
    void otherSettingsInOneProcessAreSaidToBeInTheWay() {
        try (Warehouse warehouse = Warehouses.open(url(";threads=1"), Access.READ_WRITE)) {
            assertThat(warehouse.history().runs()).isEmpty();
            assertThatThrownBy(() -> Warehouses.open(url(";threads=2"), Access.READ_WRITE, Duration.ofMillis(200)))
                    .hasMessageContaining("this process holds it with another access or other settings");
        }
    }

    /** DuckDB stores 2,048 records at a time; these are 123 MB. */
    @Test
    void recordsThatDontFitIntoTheMemoryAreSaidToNeedMore() {
        StringBuilder file = new StringBuilder("timestamp,event,text\n");
        for (int line = 0; line < 2_048; line++) {
            file.append("2025-01-06 08:00:00,login,")
                    .append(String.valueOf(line % 10).repeat(60_000))
                    .append('\n');
        }
        try (Warehouse warehouse = Warehouses.open(url(";threads=1;memory_limit=100MB"), Access.READ_WRITE)) {
            TestingLoads loads = new TestingLoads(warehouse);
            assertThatThrownBy(() -> loads.load("acme/large.csv", file.toString()))
                    .hasMessageContaining("DuckDB's memory of 95.3 MiB is not enough (")
                    .hasMessageEndingWith("warehouse: jdbc:duckdb:./wau.duckdb;memory_limit=2GB")
                    .isInstanceOfSatisfying(
                            WauException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
        }
        try (Warehouse warehouse = Warehouses.open(url(";memory_limit=600MB"), Access.READ_WRITE)) {
            TestingLoads loads = new TestingLoads(warehouse);
            assertThat(warehouse.history().runs()).as("nothing was loaded").isEmpty();
            loads.load("acme/large.csv", file.toString());
            assertThat(loads.table()).hasSize(2_048);
        }
    }

    private static List<Object> settings(Warehouse warehouse) {
        return warehouse.query(SETTINGS, 1).rows().get(0);
    }

    private String url(String settings) {
        return "jdbc:duckdb:" + folder.resolve("a warehouse.duckdb") + settings;
    }
}
