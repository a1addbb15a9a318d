package dev.wau.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as a catalog lists it.
 *
 * @param name its own
 * @param location where its data is: {@code s3://BUCKET/PREFIX/}, or {@code DATABASE.SCHEMA.TABLE} of the database that its
 *     connection leads to; empty if none is listed
 * @param columns in their order, partition columns left out
 * @param parameters as listed: {@code classification}, ...
 * @param connection to its database; null: it needs none
 */
public record CatalogTable(
        TableName name,
        String location,
        List<CatalogColumn> columns,
        Map<String, String> parameters,
        @Nullable CatalogConnection connection) {

    public CatalogTable {
        columns = List.copyOf(columns);
        parameters = Map.copyOf(parameters);
    }
}
