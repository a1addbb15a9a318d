package dev.wau.warehouse.duckdb;

import dev.wau.warehouse.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column of a Parquet file.
 *
 * @param type in DuckDB's words
 */
public record ParquetColumn(String name, String type) {

    static String definitions(List<ParquetColumn> columns) {
        return columns.stream()
                .map(column -> Identifiers.quote(column.name()) + " " + column.type())
                .collect(Collectors.joining(", "));
    }
}
