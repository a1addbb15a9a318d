package dev.wau.testing.catalog;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.Registration;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableListing;
import dev.wau.catalog.TableName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A catalog in memory. Thread-safe. */
public final class MemoryTableCatalog implements TableCatalog {

    private final Map<String, CatalogTable> tables = new TreeMap<>();

    /** Lists a table, in place of one of this name. */
    public synchronized MemoryTableCatalog add(CatalogTable table) {
        tables.put(table.name().lower().toString(), table);
        return this;
    }

    @Override
    public synchronized Optional<CatalogTable> find(TableName name) {
        return Optional.ofNullable(tables.get(name.lower().toString())).map(table -> table.named(name));
    }

    @Override
    public synchronized TableListing list(String database) {
        String kept = database.toLowerCase(Locale.ROOT);
        return new TableListing(tables.values().stream()
                .filter(table -> table.name().lower().database().equals(kept))
                .map(CatalogTable::unconnected)
                .toList());
    }

    @Override
    public String removal(TableName name) {
        return "remove " + name.lower();
    }

    @Override
    public synchronized Registration register(CatalogTable table) {
        CatalogTable asked = table.named(table.name().lower());
        Optional<CatalogTable> before = find(asked.name());
        CatalogTable after = before.map(asked::over).orElse(asked);
        if (before.isPresent() && before.get().equals(after)) {
            return Registration.SAME;
        }
        add(after);
        return before.isPresent() ? Registration.CHANGED : Registration.CREATED;
    }
}
