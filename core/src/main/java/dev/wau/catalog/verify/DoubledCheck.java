package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Looks for columns that a table has twice, which the comparisons by name take for one. */
final class DoubledCheck {

    private final CatalogTable table;
    private final FindingSink sink;

    DoubledCheck(CatalogTable table, FindingSink sink) {
        this.table = table;
        this.sink = sink;
    }

    void run() {
        Set<String> met = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (CatalogColumn column : table.columns()) {
            String name = column.name().toLowerCase(Locale.ROOT);
            if (!met.add(name) && told.add(name)) {
                sink.add(
                        Kind.COLUMN_DOUBLED,
                        Standing.DIFFERS,
                        column.name(),
                        null,
                        0,
                        "the catalog lists it more than once: engines refuse a table with one name twice",
                        FindingSink.CRAWL);
            }
        }
    }
}
