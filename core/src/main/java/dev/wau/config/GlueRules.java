package dev.wau.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What AWS Glue is used for.
 *
 * @param job the load job's name; null: none is named
 * @param database of the Data Catalog, in which the tables are listed; null: the embedded catalog is used
 * @param tablePrefix before the tables' names there; may be empty
 * @param connection the name of the catalog's connection to the warehouse; null: none is named
 */
public record GlueRules(
        @Nullable String job,
        @Nullable String database,
        String tablePrefix,
        @Nullable String connection) {

    /** Nothing. */
    public static final GlueRules NONE = new GlueRules(null, null, "", null);

    /** With what variables say instead: {@code WAU_GLUE_JOB}, {@code WAU_GLUE_DATABASE}, {@code WAU_GLUE_CONNECTION}. */
    GlueRules overridden(Map<String, String> environment) {
        return new GlueRules(
                given(environment, "WAU_GLUE_JOB", job),
                given(environment, "WAU_GLUE_DATABASE", database),
                tablePrefix,
                given(environment, "WAU_GLUE_CONNECTION", connection));
    }

    private static @Nullable String given(
            Map<String, String> environment, String variable, @Nullable String otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : value;
    }
}
