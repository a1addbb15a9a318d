/** The contract suite of catalogs of tables, and one in memory. */
@NullMarked
package dev.wau.testing.catalog;

import org.jspecify.annotations.NullMarked;
