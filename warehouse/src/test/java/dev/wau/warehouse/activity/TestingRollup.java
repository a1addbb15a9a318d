package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Warehouse;
import dev.wau.model.RunId;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/** A real warehouse whose rows are put there by hand; its rollup is made by a run that finds none. */
final class TestingRollup {

    private static final List<String> TABLES = List.of(
            "wau_audit_logs", "wau_files", "wau_restatements", "wau_rejects", "wau_batches", "wau_batch_customers");

    private final Warehouse warehouse;
    private final String url;

    private TestingRollup(String url) {
        this.url = url;
        warehouse = Warehouses.open(url, Access.READ_WRITE);
    }

    static TestingRollup inDuckDb(Path folder) {
        return new TestingRollup("jdbc:duckdb:" + folder.resolve("wau.duckdb"));
    }

    /** Texts become times there by themselves. */
    static TestingRollup inPostgres() {
        return new TestingRollup(TestingPostgres.newSchema() + "&stringtype=unspecified");
    }

    /** The store of a warehouse that holds this, by its rollup. */
    ActivityStore store(ActivityData data) {
        Properties asTheWarehouse = new Properties();
        asTheWarehouse.setProperty("jdbc_stream_results", "true");
        try (Connection connection = DriverManager.getConnection(url, asTheWarehouse)) {
            fill(connection, data);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        LoadRun run = new LoadRun(
                RunId.random(),
                LoadRun.Kind.LOAD,
                null,
                Instant.parse("2025-01-01T00:00:00Z"),
                RowIdentity.FINGERPRINT,
                ColumnPolicy.EVOLVE,
                10);
        try (LoadTransaction transaction = warehouse.begin(run)) {
            transaction.commit("rolled up");
        }
        return warehouse.activity();
    }

    private static void fill(Connection connection, ActivityData data) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
            statement.execute("DELETE FROM wau_settings WHERE name = 'rollup'");
        }
        ActivityRows.insert(connection, data);
        connection.commit();
    }
}
