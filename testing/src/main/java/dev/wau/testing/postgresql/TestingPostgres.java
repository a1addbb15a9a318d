package dev.wau.testing.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A PostgreSQL server of this test run's own: started when it is first asked for, stopped with the JVM. Every test gets a
 * schema of its own, named by its URL, so tests don't see each other. Thread-safe.
 */
public final class TestingPostgres {

    /** Told apart from the zone and collation of the machine: neither may matter. */
    private static final String DATABASE = "postgres";

    private static final AtomicLong SCHEMAS = new AtomicLong();

    private TestingPostgres() {}

    /** The JDBC URL of a new, empty schema. */
    public static String newSchema() {
        String schema = "test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        execute(url(), "CREATE SCHEMA " + schema);
        return url() + "&currentSchema=" + schema;
    }

    /** Drops the schema of a URL of {@link #newSchema}: long runs would fill the disk. */
    public static void drop(String url) {
        String schema = url.substring(url.lastIndexOf('=') + 1);
        execute(url(), "DROP SCHEMA " + schema + " CASCADE");
    }

    /** Runs one statement, for instance to do damage. */
    public static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot execute: " + sql, e);
        }
    }

    /** The server's port on this machine. */
    public static int port() {
        return Server.RUNNING.getPort();
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + port() + "/" + DATABASE + "?user=postgres";
    }

    /** Started by the first who looks. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private Server() {}

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot start the tests' PostgreSQL server", e);
            }
        }
    }
}
