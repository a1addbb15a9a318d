package dev.wau.catalog;

import dev.wau.catalog.schema.ColumnSchema;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.ValueType;

/**
 * A column of the table over {@code csv/}.
 *
 * @param name in the table
 * @param header in the files
 * @param type of its values
 * @param presence in which files it is, for people; empty: in all
 */
record FilesColumn(String name, String header, ValueType type, String presence) {

    /** Some have it. */
    static final String PARTLY = ", not in every file";

    /** As the files have it. */
    static FilesColumn of(ColumnSchema column, String name, FilesSchema files) {
        boolean everywhere = column.files() == files.crawled().read();
        return new FilesColumn(name, FilesTable.printable(column.name()), column.type(), everywhere ? "" : PARTLY);
    }

    CatalogColumn listed() {
        return new CatalogColumn(name, FilesTable.STRING, type.label() + presence);
    }
}
