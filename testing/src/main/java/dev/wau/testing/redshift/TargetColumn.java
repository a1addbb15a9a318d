package dev.wau.testing.redshift;

import java.util.Map;
import java.util.Set;

/**
 * A column that COPY fills.
 *
 * @param name its name
 * @param type as PostgreSQL names it, without its length
 * @param length the most bytes of a value; 0 where the type has none
 */
record TargetColumn(String name, String type, int length) {

    /**
     * The types of Parquet, as DuckDB names them, that each takes: nothing is converted. A time of Parquet may be said to be
     * UTC or not.
     */
    private static final Map<String, Set<String>> TAKES = Map.of(
            "bigint", Set.of("BIGINT"),
            "integer", Set.of("INTEGER"),
            "smallint", Set.of("SMALLINT"),
            "boolean", Set.of("BOOLEAN"),
            "double precision", Set.of("DOUBLE"),
            "real", Set.of("FLOAT"),
            "date", Set.of("DATE"),
            "character varying", Set.of("VARCHAR"),
            "bytea", Set.of("BLOB"),
            "timestamp without time zone", Set.of("TIMESTAMP", "TIMESTAMP WITH TIME ZONE"));

    boolean takes(String parquetType) {
        return TAKES.getOrDefault(type, Set.of()).contains(parquetType);
    }
}
