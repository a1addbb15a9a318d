package dev.wau.catalog;

/**
 * A column as a catalog lists it.
 *
 * @param type in the catalog's words: {@code string}, {@code timestamp}
 * @param comment a line for people; empty: none
 */
public record CatalogColumn(String name, String type, String comment) {

    /** A column without a comment. */
    public CatalogColumn(String name, String type) {
        this(name, type, "");
    }
}
