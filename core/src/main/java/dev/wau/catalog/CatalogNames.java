package dev.wau.catalog;

import dev.wau.load.TableShape;
import java.util.Locale;

/**
 * What wau's tables are called in a catalog: as Glue's crawlers call them, so that a crawler and {@code wau crawl} speak of
 * the same tables. Of a target in S3 that is the last folder's name; of a JDBC target {@code DATABASE_SCHEMA_TABLE}.
 *
 * @param database of the catalog
 * @param prefix before every table's name, as a crawler may have one; may be empty
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html">AWS: names of tables</a>
 */
public record CatalogNames(String database, String prefix) {

    /** The table over {@code csv/}. */
    public TableName files() {
        return table("csv");
    }

    /** The table of rows. */
    public TableName rows(TableShape shape) {
        return table(shape.database() + "_" + shape.schema() + "_" + shape.table());
    }

    /** A table by the name that a user gives it: with or without its database, with or without the prefix. */
    public TableName asked(String name) {
        return name.contains(".") ? TableName.of(name).lower() : new TableName(database, name).lower();
    }

    private TableName table(String name) {
        String kept = (prefix + name).replaceAll("[^A-Za-z0-9_]", "_");
        return new TableName(database, kept.toLowerCase(Locale.ROOT)).lower();
    }
}
