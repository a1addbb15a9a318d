package dev.wau.spark.engine;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.parts.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What parts hold, as text, a line for each row, sorted. */
final class PartsContents {

    private PartsContents() {}

    static List<String> of(ObjectStore central, List<Part> parts) throws IOException, SQLException {
        List<String> rows = new ArrayList<>();
        Path copy = Files.createTempFile("wau-part-", ".parquet");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            for (Part part : parts) {
                try (InputStream content =
                        central.read(central.find(new ObjectKey(part.path())).orElseThrow())) {
                    Files.write(copy, content.readAllBytes());
                }
                long before = rows.size();
                add(statement, copy, rows);
                if (rows.size() - before != part.rows() || Files.size(copy) != part.bytes()) {
                    throw new AssertionError(part + " has " + (rows.size() - before) + " rows");
                }
            }
        } finally {
            Files.delete(copy);
        }
        return rows.stream().sorted().toList();
    }

    private static void add(Statement statement, Path part, List<String> rows) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT to_json(p)::VARCHAR FROM read_parquet('" + part + "') p")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
    }
}
