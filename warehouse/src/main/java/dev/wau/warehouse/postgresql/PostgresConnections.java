package dev.wau.warehouse.postgresql;

import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.sql.Session;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.PGProperty;

/** Opens connections to one warehouse. Thread-safe. */
final class PostgresConnections {

    /** The environment variable with the password; without it, the driver looks into {@code ~/.pgpass}. */
    private static final String PASSWORD = "WAU_WAREHOUSE_PASSWORD";

    /** The first version whose server notices, while it works, that its client is gone. */
    private static final int NOTICES_LOST_CLIENTS = 14;

    private final String url;
    private final Access access;
    private final Patience patience;
    private final PostgresDialect dialect = new PostgresDialect(this);

    /**
     * @param patience how long a statement waits for a lock
     */
    PostgresConnections(String url, Access access, Patience patience) {
        this.url = url;
        this.access = access;
        this.patience = patience;
    }

    /** The URL without its parameters, one of which may be a secret. */
    String name() {
        return url.split("\\?", 2)[0];
    }

    /** A session on a connection of its own, for one piece of work. */
    Session session() {
        try {
            return new Session(open(), dialect);
        } catch (SQLException e) {
            throw dialect.failure(e, "Cannot connect to the warehouse " + name());
        }
    }

    /** A connection of its own. */
    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties());
        try (Statement statement = connection.createStatement()) {
            if (access == Access.READ_ONLY) {
                statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
            }
            statement.execute("SET lock_timeout = " + lockTimeout());
            if (connection.getMetaData().getDatabaseMajorVersion() >= NOTICES_LOST_CLIENTS) {
                // A run that was killed must not hold the lock until its statement ends.
                statement.execute("SET client_connection_check_interval = '2s'");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private long lockTimeout() {
        return Math.max(1_000, patience.longest().toMillis());
    }

    /** How long to wait for others. */
    Patience patience() {
        return patience;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        PGProperty.APPLICATION_NAME.set(
                properties, "wau (process " + ProcessHandle.current().pid() + ")");
        PGProperty.CONNECT_TIMEOUT.set(properties, 10);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
        String password = System.getenv(PASSWORD);
        if (password != null) {
            PGProperty.PASSWORD.set(properties, password);
        }
        return properties;
    }
}
