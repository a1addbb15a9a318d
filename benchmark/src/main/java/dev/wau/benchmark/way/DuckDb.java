package dev.wau.benchmark.way;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** A fresh DuckDB file, and what DuckDB's own ways to fill it have in common: this process, all cores. */
public final class DuckDb implements Target {

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public String fresh(Path folder) {
        return "jdbc:duckdb:" + folder.resolve("fresh.duckdb");
    }

    @Override
    public long rows(String url, String table) throws SQLException {
        return count(url, table);
    }

    @Override
    public void drop(String url) {}

    /** Runs statements on a fresh file; the time goes from opening it to its having been closed. */
    static Way.Result load(Path folder, List<String> statements, String table) throws SQLException {
        String url = new DuckDb().fresh(folder);
        Stopwatch watch = Stopwatch.start();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("SET preserve_insertion_order = false");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return watch.stop().counted(count(url, table));
    }

    /** The paths as a list for {@code read_csv}. */
    static String list(List<Path> paths) {
        return paths.stream().map(DuckDb::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** One row, one number. */
    static long count(String url, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static String text(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }
}
