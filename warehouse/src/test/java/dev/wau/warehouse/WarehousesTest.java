package dev.wau.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.load.CommitOutcome;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.warehouse.TestingLoads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WarehousesTest {

    private static final String FILE = "timestamp,event,userId\n2025-01-06 08:00:00,login,ann\n";

    @TempDir
    Path folder;

    private Path file;
    private String url;

    @BeforeEach
    void name() {
        file = folder.resolve("new folder").resolve("wau.duckdb");
        url = "jdbc:duckdb:" + file;
    }

    @Test
    void anUnknownSchemeIsAnsweredWithTheKnownOnes() {
        assertFails(ErrorCode.INVALID_CONFIGURATION, () -> Warehouses.open("jdbc:oracle:x", Access.READ_WRITE))
                .hasMessage("Invalid warehouse URL: 'jdbc:oracle:x...' (jdbc:duckdb:FILE,"
                        + " jdbc:postgresql://HOST:PORT/DATABASE or jdbc:redshift://HOST:PORT/DATABASE)");
    }

    @Test
    void openingForReadingCreatesNothing() {
        assertFails(ErrorCode.NOT_FOUND, () -> Warehouses.open(url, Access.READ_ONLY))
                .hasMessageContaining("'wau run' or 'wau load' makes it");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasLoadedIsReadByAnother() {
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            new TestingLoads(warehouse).load("acme/a.csv", FILE);
        }
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_ONLY)) {
            TestingLoads loads = new TestingLoads(warehouse);
            assertThat(loads.table()).hasSize(1);
            assertThat(warehouse.activity().basis().rows()).isEqualTo(1);
            assertThat(warehouse.query("FROM wau_audit_logs", 5).rows()).hasSize(1);
            loads.requireAccounting();
            assertFails(ErrorCode.INTERNAL, () -> warehouse.begin(loads.run()));
        }
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            TestingLoads loads = new TestingLoads(warehouse);
            loads.load("acme/b.csv", FILE);
            assertThat(loads.table()).hasSize(1);
        }
    }

    @Test
    void aDatabaseWithoutItsTablesIsNotAWarehouse() throws SQLException, IOException {
        Files.createDirectories(folder.resolve("new folder"));
        execute("CREATE TABLE mine (a INTEGER)");

        assertFails(ErrorCode.NOT_FOUND, () -> Warehouses.open(url, Access.READ_ONLY))
                .hasMessageContaining("wau's tables");
        Warehouses.open(url, Access.READ_WRITE).close();
        Warehouses.open(url, Access.READ_ONLY).close();
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidToBeNone() throws IOException {
        Files.createDirectories(folder.resolve("new folder"));
        Files.writeString(file, "not a database");

        assertFails(ErrorCode.WAREHOUSE_FAILED, () -> Warehouses.open(url, Access.READ_WRITE))
                .hasMessageContaining("not a valid DuckDB database file");
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        Warehouses.open(url, Access.READ_WRITE).close();
        execute("UPDATE wau_settings SET value = '99' WHERE name = 'schema_version'");

        for (Access access : Access.values()) {
            assertFails(ErrorCode.WAREHOUSE_FAILED, () -> Warehouses.open(url, access))
                    .hasMessageContaining("its schema version is 99, this wau knows 3");
        }
    }

    @Test
    void anOlderSchemaIsBroughtUpToDateByWhoMayWrite() throws SQLException {
        Warehouses.open(url, Access.READ_WRITE).close();
        execute("UPDATE wau_settings SET value = '1' WHERE name = 'schema_version'");
        execute("DROP TABLE wau_restatements");

        assertFails(ErrorCode.WAREHOUSE_FAILED, () -> Warehouses.open(url, Access.READ_ONLY))
                .hasMessageContaining("older wau ('wau load' brings them up to date)");
        Warehouses.open(url, Access.READ_WRITE).close();
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_ONLY)) {
            assertThat(warehouse.history().restatements(LoadHistory.Filter.ALL)).isEmpty();
        }
    }

    @Test
    void aTableThatIsGoneIsNotMadeAnewAsAnEmptyOne() throws SQLException {
        Warehouses.open(url, Access.READ_WRITE).close();
        execute("DROP TABLE wau_audit_logs");

        for (Access access : Access.values()) {
            assertFails(ErrorCode.WAREHOUSE_FAILED, () -> Warehouses.open(url, access))
                    .hasMessageContaining("wau_audit_logs is missing (put what is missing back from a backup");
        }
    }

    @Test
    void openForWritingAndForReadingInOneProcessIsBusy() {
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            assertThat(warehouse.history().runs()).isEmpty();
            assertFails(ErrorCode.BUSY, () -> Warehouses.open(url, Access.READ_ONLY, Duration.ofMillis(200)))
                    .hasMessageContaining("this process holds it");
        }
    }

    @Test
    void twoWarehousesOfOneFileWriteOneAfterTheOther() throws Exception {
        try (Warehouse one = Warehouses.open(url, Access.READ_WRITE);
                Warehouse other = Warehouses.open(url, Access.READ_WRITE)) {
            CompletableFuture<Void> second;
            try (LoadTransaction first = one.begin(new TestingLoads(one).run())) {
                second = CompletableFuture.runAsync(() -> new TestingLoads(other).load("acme/b.csv", FILE));
                Thread.sleep(100);
                assertThat(second).isNotDone();
                assertThat(first.commit("first")).isEqualTo(CommitOutcome.COMMITTED);
            }
            second.get(30, TimeUnit.SECONDS);
            assertThat(one.history().runs()).hasSize(2);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            ErrorCode code, ThrowingCallable work) {
        return assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        WauException.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
