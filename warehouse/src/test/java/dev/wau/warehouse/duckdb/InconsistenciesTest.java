package dev.wau.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damage made by hand is found. */
final class InconsistenciesTest {

    private static final String HEADER = "timestamp,event\n";
    private static final String A = "2025-01-06 08:00:00,a\n";
    private static final String B = "2025-01-06 09:00:00,b\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE wau_files SET state = 'superseded' WHERE file_id = 1"
                        + " | wau_audit_logs holds 2 rows of file 1, which is not loaded",
                "DELETE FROM wau_files WHERE file_id = 2 | wau_suppressed holds 1 rows of file 2, which is not loaded",
                "DELETE FROM wau_audit_logs WHERE event = 'b'"
                        + " | file 1 (csv/acme/a.csv) counts 2 in records_loaded, wau_audit_logs holds 1",
                "DELETE FROM wau_audit_logs WHERE event = 'a'"
                        + " | line 2 of file 2 is suppressed, but no row stands for it",
                "DELETE FROM wau_suppressed"
                        + " | file 2 (csv/acme/b.csv) counts 1 in records_suppressed, wau_suppressed holds 0",
                "UPDATE wau_files SET records_read = 9 WHERE file_id = 1 | file 1 (csv/acme/a.csv) read 9 records, but"
                        + " loaded, rejected and suppressed are 3",
                "INSERT INTO wau_rejects FROM wau_rejects"
                        + " | file 1 (csv/acme/a.csv) counts 1 rejects, wau_rejects holds 2",
                "INSERT INTO wau_audit_logs FROM wau_audit_logs WHERE event = 'a' | has 2 rows with event_hash",
            })
    void damageIsFound(String damage, String finding) throws SQLException {
        String url = "jdbc:duckdb:" + folder.resolve("wau.duckdb");
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            TestingLoads loads = new TestingLoads(warehouse);
            loads.load("acme/a.csv", HEADER + A + B + "bad,b\n");
            loads.load("acme/b.csv", HEADER + A);
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(damage);
        }
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_ONLY)) {
            List<String> found = warehouse.history().inconsistencies();
            assertThat(String.join("\n", found)).contains(finding);
        }
    }
}
