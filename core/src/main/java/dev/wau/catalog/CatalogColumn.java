package dev.wau.catalog;

/**
 * A column as a catalog lists it.
 *
 * @param type in the catalog's words: {@code string}, {@code timestamp}
 */
public record CatalogColumn(String name, String type) {}
