package dev.wau.warehouse.duckdb;

import dev.wau.load.DuckDbUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Look;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.sql.MissingTables;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Looks at DuckDB, which is in this process, and at a file, which need not be there. */
final class DuckDbLook {

    private DuckDbLook() {}

    static Look at(DuckDbUrl url, Patience patience) {
        Look bare = new Look("DuckDB " + version(url), null, null, List.of());
        return url.isInMemory() ? bare : withTables(bare, url, patience);
    }

    /** In memory, with the URL's settings: what is wrong with them, or with the native library, shows here. */
    private static String version(DuckDbUrl url) {
        try (Connection connection = DriverManager.getConnection(DuckDbUrl.SCHEME + url.settings())) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid settings behind the warehouse " + url + ": " + e.getMessage(),
                    e);
        }
    }

    private static Look withTables(Look bare, DuckDbUrl url, Patience patience) {
        Path file = Path.of(url.path()).toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            return bare;
        }
        DuckDbDialect dialect = new DuckDbDialect();
        try (Session session = new Session(new DuckDbOpener(url, file).open(Access.READ_ONLY, patience), dialect)) {
            return new Look(bare.product(), null, Tables.form(session), MissingTables.of(session));
        }
    }
}
