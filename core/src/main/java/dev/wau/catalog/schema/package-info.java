/** What stands in {@code csv/}: its files looked at by the one reader, and the columns that they have together. */
@NullMarked
package dev.wau.catalog.schema;

import org.jspecify.annotations.NullMarked;
