package dev.wau.load;

import java.util.List;

/**
 * The table of rows as a warehouse has it now.
 *
 * @param engine of the warehouse, in one word: {@code duckdb}
 * @param database that the connection leads to
 * @param schema that the table stands in
 * @param table its name
 * @param columns in their order
 */
public record TableShape(String engine, String database, String schema, String table, List<Column> columns) {

    public TableShape {
        columns = List.copyOf(columns);
    }

    /** {@code DATABASE.SCHEMA.TABLE}. */
    public String place() {
        return database + "." + schema + "." + table;
    }

    /**
     * A column.
     *
     * @param type in the warehouse's own words: {@code VARCHAR}, {@code character varying}
     */
    public record Column(String name, String type) {}
}
