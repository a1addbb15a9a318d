package dev.wau.benchmark.way;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** What the DuckDB peers have in common: a fresh database file, this process, all cores. */
final class DuckDb {

    private DuckDb() {}

    /** Runs statements on a fresh database file; the time goes from opening it to its having been closed. */
    static Way.Result load(Path folder, List<String> statements, String table) throws SQLException {
        String url = "jdbc:duckdb:" + folder.resolve("peer.duckdb");
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("SET preserve_insertion_order = false");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        long nanos = System.nanoTime() - start;
        return new Way.Result(count(url, table), nanos);
    }

    /** The number of rows of a table. */
    static long count(String url, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The paths as a list for {@code read_csv}. */
    static String list(List<Path> paths) {
        return paths.stream().map(DuckDb::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }
}
