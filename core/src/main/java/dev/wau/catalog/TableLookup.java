package dev.wau.catalog;

import java.util.Optional;

/** Finds tables of a catalog: all that a job needs. As thread-safe as the catalog, with its errors. */
@FunctionalInterface
public interface TableLookup {

    /**
     * A table with the connection that it names. Names are compared in small letters.
     *
     * @return empty: there is no such database or table
     */
    Optional<CatalogTable> find(TableName name);
}
