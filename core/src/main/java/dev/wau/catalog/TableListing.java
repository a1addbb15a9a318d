package dev.wau.catalog;

import java.util.List;

/**
 * What a catalog lists in one database.
 *
 * @param tables by name, without what their connections say
 * @param unread by name, those of which it can't be told what they say; the others can all the same
 */
public record TableListing(List<CatalogTable> tables, List<UnreadTable> unread) {

    public TableListing {
        tables = List.copyOf(tables);
        unread = List.copyOf(unread);
    }

    /** All of them can be read. */
    public TableListing(List<CatalogTable> tables) {
        this(tables, List.of());
    }

    /** Whether there is none at all. */
    public boolean isEmpty() {
        return tables.isEmpty() && unread.isEmpty();
    }
}
