package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.postgresql.TestingPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** The tables that reports read, as narrow as they need them. */
final class TestingActivityTables {

    private static final String DDL = """
            DROP TABLE IF EXISTS "wau_audit_logs";
            CREATE TABLE "wau_audit_logs" (
              "customer" VARCHAR, "event_time" TIMESTAMP, "event" VARCHAR, "user_id" VARCHAR, "file_id" BIGINT);
            DROP TABLE IF EXISTS "wau_files";
            CREATE TABLE "wau_files" (
              "customer" VARCHAR, "first_event_time" TIMESTAMP, "last_event_time" TIMESTAMP, "state" VARCHAR);
            DROP TABLE IF EXISTS "wau_restatements";
            CREATE TABLE "wau_restatements" (
              "run" VARCHAR, "restated_at" TIMESTAMP, "customer" VARCHAR, "zone" VARCHAR, "week_start" VARCHAR,
              "first_day" DATE, "file_id" BIGINT, "object_key" VARCHAR);
            DROP TABLE IF EXISTS "wau_rejects";
            CREATE TABLE "wau_rejects" ("line" BIGINT);
            DROP TABLE IF EXISTS "wau_batches";
            CREATE TABLE "wau_batches" ("batch" VARCHAR, "completed_at" TIMESTAMP);
            DROP TABLE IF EXISTS "wau_batch_customers";
            CREATE TABLE "wau_batch_customers" ("batch" VARCHAR, "customer" VARCHAR);
            """;

    private final Connections connections;
    private final Connection root;

    private TestingActivityTables(Connections connections) throws SQLException {
        this.connections = connections;
        root = connections.open();
    }

    /** In a DuckDB in memory. */
    static TestingActivityTables inDuckDb() {
        try {
            DuckDBConnection database =
                    DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            return new TestingActivityTables(database::duplicate);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a schema of a PostgreSQL server; texts become times there by themselves. */
    static TestingActivityTables inPostgres() {
        String url = TestingPostgres.newSchema() + "&stringtype=unspecified";
        try {
            return new TestingActivityTables(() -> DriverManager.getConnection(url));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A store of these tables, filled with this. */
    ActivityStore store(ActivityData data) {
        try {
            fill(data);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new JdbcActivityStore(connections);
    }

    private void fill(ActivityData data) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(DDL);
            statement.execute("BEGIN");
        }
        ActivityRows.insert(root, data);
        try (Statement statement = root.createStatement()) {
            statement.execute("COMMIT");
        }
    }
}
