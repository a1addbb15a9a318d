package dev.wau.catalog;

import java.util.Optional;

/**
 * A catalog of tables. Each look sees it as it is at that moment. Thread-safe; adapters try again by themselves what fails
 * for a moment.
 *
 * <p>Errors: {@link dev.wau.model.WauException} with {@code CATALOG_FAILED}: it doesn't answer, or refuses to.
 */
public interface TableCatalog {

    /**
     * A table with the connection that it names. Names are compared as the catalog compares them: in small letters.
     *
     * @return empty: there is no such database or table
     */
    Optional<CatalogTable> find(TableName name);
}
