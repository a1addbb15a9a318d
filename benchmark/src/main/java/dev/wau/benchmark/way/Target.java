package dev.wau.benchmark.way;

import java.nio.file.Path;
import java.sql.SQLException;

/** A kind of warehouse that wau loads into. */
public interface Target {

    /** Its name, for the ways' names. */
    String name();

    /** The JDBC URL of a new, empty one. */
    String fresh(Path folder) throws SQLException;

    /** How many rows a table has. */
    long rows(String url, String table) throws SQLException;

    /** Takes away what isn't in the folder. */
    void drop(String url) throws SQLException;
}
