package dev.wau.warehouse.redshift;

import dev.wau.warehouse.Access;
import dev.wau.warehouse.Login;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.SqlDialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens connections to one warehouse. Thread-safe. */
final class RedshiftConnections {

    /** Rows wait in the driver up to so many bytes; without a bound it takes a gigabyte. */
    private static final String RING_BUFFER = "32M";

    private final String url;
    private final WarehouseSetting setting;
    private @Nullable String schema;
    private final RedshiftDialect dialect = new RedshiftDialect(this::schema);

    RedshiftConnections(String url, WarehouseSetting setting) {
        this.url = url;
        this.setting = setting;
    }

    /** The URL without its parameters, one of which may be a secret. */
    String name() {
        return url.split("[?;]", 2)[0];
    }

    /** How it was opened. */
    WarehouseSetting setting() {
        return setting;
    }

    /** The first schema of the search path: where its tables are. Asked alone, as functions of the leader node must be. */
    synchronized String schema() {
        String known = schema;
        if (known == null) {
            try (Session session = session()) {
                known = session.list("SELECT current_schema()", row -> String.valueOf(row.getString(1)))
                        .get(0);
            }
            schema = known;
        }
        return known;
    }

    /** A session on a connection of its own, for one piece of work. */
    Session session() {
        return session(dialect);
    }

    /** The same, in another's words. */
    Session session(SqlDialect words) {
        try {
            return new Session(open(), words);
        } catch (SQLException e) {
            throw RedshiftErrors.failure(e, "Cannot connect to the warehouse " + name());
        }
    }

    /** A connection of its own. */
    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout TO "
                    + setting.redshift().statementTimeout().toMillis());
            if (setting.access() == Access.READ_ONLY) {
                connection.setReadOnly(true);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(
                "ApplicationName", "wau (process " + ProcessHandle.current().pid() + ")");
        properties.setProperty("loginTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("fetchRingBufferSize", RING_BUFFER);
        Login login = setting.login().get();
        if (login != null) {
            properties.setProperty("user", login.user());
            properties.setProperty("password", login.password());
        }
        return properties;
    }
}
