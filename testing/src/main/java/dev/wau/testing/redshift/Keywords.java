package dev.wau.testing.redshift;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words that mean something in SQL: PostgreSQL's, and some that DuckDB and others have beside them. */
final class Keywords {

    /** Of DuckDB and others. */
    private static final Set<String> OTHERS =
            Set.of("QUALIFY", "PIVOT", "UNPIVOT", "POSITIONAL", "ANTI", "SEMI", "ASOF", "SUMMARIZE", "DESCRIBE");

    static final Set<String> ALL = read();

    private Keywords() {}

    private static Set<String> read() {
        Set<String> words = new HashSet<>(OTHERS);
        try (Connection connection = DriverManager.getConnection(Databases.url("postgres"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM pg_get_keywords()")) {
            while (rows.next()) {
                words.add(rows.getString(1).toUpperCase(Locale.ROOT));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask PostgreSQL for its keywords", e);
        }
        return words;
    }
}
