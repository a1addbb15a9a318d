package dev.wau.warehouse.duckdb;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB's errors mean. Its driver gives neither SQLState nor error code (null and 0 in 2.0.0), so the text tells. */
final class DuckDbErrors {

    /**
     * The first line of an error of the type "Out of Memory", which a commit hides behind its own type. If it changes,
     * DuckDB's own words are shown. What is out of the temporary folder's limit goes on behind the bracket, and is
     * another matter.
     */
    private static final Pattern OUT_OF_MEMORY =
            Pattern.compile("(?:Out of Memory Error: |TransactionContext Error: Failed to commit: )"
                    + "(?<need>.+) \\([^/()]+/(?<limit>[^/()]+) used\\)");

    private DuckDbErrors() {}

    /** LIMIT_REACHED: no memory left, and how to give more; WAREHOUSE_FAILED otherwise. */
    static WauException failure(SQLException e, String what) {
        Matcher found = outOfMemory(e);
        if (!found.matches()) {
            return new WauException(ErrorCode.WAREHOUSE_FAILED, what + ": " + e.getMessage(), e);
        }
        return new WauException(
                ErrorCode.LIMIT_REACHED,
                what + ": DuckDB's memory of " + found.group("limit") + " is not enough (" + found.group("need")
                        + "): nothing of it is kept; give it more in the warehouse's URL, for example\n"
                        + "  warehouse: jdbc:duckdb:./wau.duckdb;memory_limit=2GB",
                e);
    }

    /** Whether DuckDB's limit of memory was too low. */
    static boolean isOutOfMemory(SQLException e) {
        return outOfMemory(e).matches();
    }

    private static Matcher outOfMemory(SQLException e) {
        return OUT_OF_MEMORY.matcher(
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
}
