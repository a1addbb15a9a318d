package dev.wau.testing.catalog;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A catalog in memory. Thread-safe. */
public final class MemoryTableCatalog implements TableCatalog {

    private final Map<String, CatalogTable> tables = new ConcurrentHashMap<>();

    /** Lists a table, in place of one of this name. */
    public MemoryTableCatalog add(CatalogTable table) {
        tables.put(key(table.name()), table);
        return this;
    }

    @Override
    public Optional<CatalogTable> find(TableName name) {
        return Optional.ofNullable(tables.get(key(name)))
                .map(table -> new CatalogTable(
                        name, table.location(), table.columns(), table.parameters(), table.connection()));
    }

    private static String key(TableName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
