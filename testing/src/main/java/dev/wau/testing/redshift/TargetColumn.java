package dev.wau.testing.redshift;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column that COPY fills.
 *
 * @param name its name
 * @param type as PostgreSQL writes it, without its length
 * @param length the most bytes of a value; 0 where the type has none
 */
record TargetColumn(String name, String type, int length) {

    private static final Pattern WITH_LENGTH = Pattern.compile("(.*)\\((\\d+)\\)");

    /** The types of Parquet, as DuckDB names them, that each takes: as documented, nothing is converted. */
    private static final Map<String, String> TAKES = Map.of(
            "bigint", "BIGINT",
            "integer", "INTEGER",
            "smallint", "SMALLINT",
            "boolean", "BOOLEAN",
            "double precision", "DOUBLE",
            "real", "FLOAT",
            "date", "DATE",
            "character varying", "VARCHAR",
            "bytea", "BLOB",
            "timestamp without time zone", "TIMESTAMP");

    static TargetColumn of(String name, String type) {
        Matcher matcher = WITH_LENGTH.matcher(type);
        return matcher.matches()
                ? new TargetColumn(name, matcher.group(1), Integer.parseInt(matcher.group(2)))
                : new TargetColumn(name, type, 0);
    }

    boolean takes(String parquetType) {
        return parquetType.equals(TAKES.get(type));
    }
}
