package dev.wau.catalog;

/**
 * A catalog of tables. Each look sees it as it is at that moment. Names are compared and kept in small letters. Thread-safe;
 * adapters try again by themselves what fails for a moment.
 *
 * <p>Errors: {@link dev.wau.model.WauException} with {@code CATALOG_FAILED}: it doesn't answer, or refuses to.
 */
public interface TableCatalog extends TableLookup {

    /**
     * A database's tables. One that can't be read doesn't keep the others from being told.
     *
     * @return empty if there is no such database
     */
    TableListing list(String database);

    /**
     * Lists a table, in place of one of this name, with all of it at once: who looks sees the old one or the new one. Its
     * database is made where it is missing. Of the table before stays what {@link CatalogTable#over} says. Where another
     * changes the table at the same time, one of both is kept, whole. What was asked twice is done once: the same table again
     * changes nothing.
     *
     * <p>Connections are only named: none is made, and none is checked.
     */
    Registration register(CatalogTable table);

    /** What a person does who wants a table to be listed no more: wau itself removes none. */
    String removal(TableName name);

    /** What registering a table would come to; changes nothing. */
    default Registration registering(CatalogTable table) {
        return Registration.of(table, find(table.name()).orElse(null));
    }
}
