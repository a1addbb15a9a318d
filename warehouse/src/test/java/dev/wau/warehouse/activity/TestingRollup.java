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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

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
        for (ActivityData.Event event : data.events()) {
            insert(
                    connection,
                    "wau_audit_logs (customer, event_time, event, user_id, file_id)",
                    event.customer().name(),
                    text(event.time()),
                    event.event(),
                    event.userId(),
                    event.file().toString());
        }
        for (ActivityData.File file : data.files()) {
            insert(
                    connection,
                    "wau_files (customer, first_event_time, last_event_time, state)",
                    file.customer().name(),
                    text(file.first()),
                    text(file.last()),
                    file.state().code());
        }
        for (ActivityData.Batch batch : data.batches()) {
            insert(connection, "wau_batches (batch, completed_at)", batch.batch(), text(batch.completed()));
            for (var customer : batch.expected()) {
                insert(connection, "wau_batch_customers (batch, customer)", batch.batch(), customer.name());
            }
        }
        for (ActivityData.Restated restated : data.restated()) {
            insert(
                    connection,
                    "wau_restatements (run, restated_at, customer, zone, week_start, first_day, file_id, object_key)",
                    restated.run().value(),
                    text(restated.at()),
                    restated.customer().name(),
                    restated.calendar().zoneName(),
                    restated.calendar().weekStart().name().toLowerCase(Locale.ROOT),
                    restated.week().toString(),
                    restated.file().toString(),
                    restated.key().path());
        }
        for (long line = 0; line < data.rejects(); line++) {
            insert(connection, "wau_rejects (line)", String.valueOf(line));
        }
        connection.commit();
    }

    private static void insert(Connection connection, String target, @Nullable String... values) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + target + " VALUES (" + Sql.marks(values.length) + ")")) {
            for (int index = 0; index < values.length; index++) {
                insert.setString(index + 1, values[index]);
            }
            insert.execute();
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString().replace('T', ' ').replace("Z", "");
    }
}
