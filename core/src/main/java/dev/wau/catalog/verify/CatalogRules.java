package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogNames;
import dev.wau.load.ColumnPolicy;
import dev.wau.store.Location;
import org.jspecify.annotations.Nullable;

/**
 * What a catalog must say by {@code wau.yaml}.
 *
 * @param names of the tables
 * @param central where the central bucket is
 * @param connection the name of the catalog's connection to the warehouse; null: none is said
 * @param columns what a header name does that the warehouse has no column for
 * @param maxColumns how many further columns the warehouse's table may have
 */
public record CatalogRules(
        CatalogNames names, Location central, @Nullable String connection, ColumnPolicy columns, int maxColumns) {}
