package dev.wau.catalog;

import dev.wau.testing.catalog.MemoryTableCatalog;
import dev.wau.testing.catalog.TableCatalogContract;
import java.util.List;

class MemoryTableCatalogTest extends TableCatalogContract {

    @Override
    protected TableCatalog catalog(List<CatalogTable> tables) {
        MemoryTableCatalog catalog = new MemoryTableCatalog();
        tables.forEach(catalog::add);
        return catalog;
    }
}
