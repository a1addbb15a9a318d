package dev.wau.catalog;

import dev.wau.load.TableShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The warehouse's table of rows, as crawlers with a JDBC connection list such a table. */
public final class RowsTable {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("bigint", "bigint"),
            Map.entry("integer", "int"),
            Map.entry("int", "int"),
            Map.entry("smallint", "smallint"),
            Map.entry("double", "double"),
            Map.entry("double precision", "double"),
            Map.entry("boolean", "boolean"),
            Map.entry("date", "date"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamp without time zone", "timestamp"));

    /** Of the columns that wau makes, those that aren't text, in Hive's words: in every warehouse the same. */
    private static final Map<String, String> MADE = Map.of(
            "event_time", "timestamp",
            "file_id", "bigint",
            "line", "bigint",
            "occurrence", "int");

    /** Text, a UUID or JSON, in the words of all warehouses. */
    private static final Set<String> TEXTS =
            Set.of("varchar", "character varying", "text", "char", "character", "uuid", "json", "jsonb", "super");

    private RowsTable() {}

    /** Whether a column of the warehouse's table has a type that wau makes such a column with. */
    public static boolean isAsMade(TableShape.Column column) {
        String made = MADE.get(column.name().toLowerCase(Locale.ROOT));
        String type =
                column.type().toLowerCase(Locale.ROOT).replaceAll("\\(.*", "").strip();
        return made == null ? TEXTS.contains(type) : made.equals(type(column.type()));
    }

    /**
     * The table. Its types are Hive's; the warehouse's own stand in the comments.
     *
     * @param connection the name of the catalog's connection to the warehouse; null: none is named
     */
    public static CatalogTable of(TableShape shape, TableName name, @Nullable String connection) {
        List<CatalogColumn> columns = shape.columns().stream()
                .map(column -> new CatalogColumn(
                        column.name(), type(column.type()), column.type().toLowerCase(Locale.ROOT)))
                .toList();
        return new CatalogTable(
                name,
                shape.place(),
                columns,
                List.of(),
                "One row for each audit event of all customers, loaded by wau",
                Map.of(CatalogTable.CLASSIFICATION, shape.engine(), "typeOfData", "table"),
                null,
                connection == null ? null : new CatalogConnection(connection, "", null));
    }

    /** A warehouse's type in Hive's words; everything that Hive hasn't is text there. */
    public static String type(String type) {
        return TYPES.getOrDefault(type.toLowerCase(Locale.ROOT), "string");
    }
}
