package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Column;
import dev.wau.benchmark.data.DataFile;
import dev.wau.benchmark.data.Dataset;
import dev.wau.testing.postgresql.TestingPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fresh schema of the tests' PostgreSQL server: one server for all ways, with its defaults but for {@code fsync = off}.
 * What the run before left to write is written first, outside of the time.
 */
public final class Postgres implements Target {

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String fresh(Path folder) throws SQLException {
        String url = TestingPostgres.newSchema();
        TestingPostgres.execute(url, "CHECKPOINT");
        return url;
    }

    @Override
    public long rows(String url, String table) throws SQLException {
        return DuckDb.count(url, table);
    }

    @Override
    public void drop(String url) {
        TestingPostgres.drop(url);
    }

    /** Makes the peers' table: every column of every header, typed. */
    void createTable(String url, Dataset dataset, PostgresCopy.Table table) throws SQLException {
        Set<String> columns = new LinkedHashSet<>();
        for (DataFile file : dataset.files()) {
            file.layout().central().forEach(column -> columns.add(quoted(column) + " " + type(column, table)));
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE logs (" + String.join(", ", columns) + ")");
            if (table == PostgresCopy.Table.INDEXED) {
                statement.execute("CREATE INDEX logs_identity ON logs (customer, timestamp, unique_identifier)");
            }
        }
    }

    /** The table with a file's columns, as COPY names them. */
    static String logs(DataFile file) {
        return "logs (" + names(file.layout().central()) + ")";
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Postgres::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(Column column) {
        return '"' + column.name() + '"';
    }

    private static String type(Column column, PostgresCopy.Table table) {
        return switch (column.content()) {
            case TIME -> "timestamp";
            case IDENTIFIER -> table == PostgresCopy.Table.INDEXED ? "uuid" : "text";
            default -> "text";
        };
    }
}
