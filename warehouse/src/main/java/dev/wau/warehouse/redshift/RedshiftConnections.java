package dev.wau.warehouse.redshift;

import dev.wau.config.RedshiftRules;
import dev.wau.load.Login;
import dev.wau.load.RedshiftUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.sql.Identifiers;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.SqlDialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens connections to one warehouse. Thread-safe. */
final class RedshiftConnections {

    /** Rows wait in the driver up to so many bytes; without a bound it takes a gigabyte. */
    private static final String RING_BUFFER = "32M";

    private final RedshiftUrl url;
    private final WarehouseSetting setting;
    private @Nullable String schema;
    private final RedshiftDialect dialect = new RedshiftDialect(this::schema);

    RedshiftConnections(String url, WarehouseSetting setting) {
        this.url = RedshiftUrl.of(url)
                .orElseThrow(
                        () -> new WauException(
                                ErrorCode.INVALID_CONFIGURATION,
                                "Invalid warehouse URL: '" + url.split("[?;/]", 2)[0]
                                        + "...' (jdbc:redshift://HOST:PORT/DATABASE, or jdbc:redshift:iam://HOST:PORT/DATABASE)"));
        this.setting = setting;
    }

    /** The URL without its options, one of which may be a secret. */
    String name() {
        return url.toString();
    }

    /** The database that the URL names. */
    String database() {
        return url.database();
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
                known = session.list("SELECT current_schema()", row -> Optional.ofNullable(row.getString(1)))
                        .get(0)
                        .orElseThrow(this::noSchema);
            }
            schema = known;
        }
        return known;
    }

    /** Redshift passes over schemas of the search path that aren't there. */
    private WauException noSchema() {
        String wanted = setting.redshift().schema();
        return new WauException(
                ErrorCode.INVALID_CONFIGURATION,
                "Cannot open the warehouse " + name() + ": "
                        + (wanted == null
                                ? "no schema of the user's search path is there (name one as redshift.schema)"
                                : "it has no schema '" + wanted + "' (redshift.schema; CREATE SCHEMA makes it)"));
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

    /** A connection of its own. A login that is refused is asked for once more: it may have changed meanwhile. */
    Connection open() throws SQLException {
        Login login = setting.login().login();
        try {
            return prepared(connect(login));
        } catch (SQLException e) {
            if (login == null || !RedshiftErrors.isRefusedLogin(e)) {
                throw e;
            }
            setting.login().refused(login);
            return prepared(connect(setting.login().login()));
        }
    }

    /** The driver would take the operating system's user. */
    private void requireUser(@Nullable Login login) {
        if (login == null && url.option("user").or(() -> url.option("UID")).isEmpty()) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot log in to the warehouse " + name()
                            + ": nobody is named (add ?user=NAME to its URL, with the"
                            + " password in the environment variable " + Login.PASSWORD_VARIABLE
                            + "; or name redshift.secret in wau.yaml; or log in by IAM: jdbc:redshift:iam://...)");
        }
    }

    private Connection connect(@Nullable Login login) throws SQLException {
        requireUser(login);
        return DriverManager.getConnection(url.plain(), properties(login));
    }

    /** What reads only says so at each BEGIN: of a whole session, AWS documents no such parameter. */
    private Connection prepared(Connection connection) throws SQLException {
        RedshiftRules settings = setting.redshift();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET statement_timeout TO " + settings.statementTimeout().toMillis());
            if (settings.schema() != null) {
                statement.execute("SET search_path TO " + Identifiers.quote(settings.schema()));
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Properties properties(@Nullable Login login) {
        Properties properties = new Properties();
        properties.setProperty(
                "ApplicationName", "wau (process " + ProcessHandle.current().pid() + ")");
        properties.setProperty("loginTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("fetchRingBufferSize", RING_BUFFER);
        String password = login == null ? System.getenv(Login.PASSWORD_VARIABLE) : login.password();
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (login != null) {
            properties.setProperty("user", login.user());
        }
        return properties;
    }
}
