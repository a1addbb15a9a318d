/** The embedded warehouse: one DuckDB file. */
@NullMarked
package dev.wau.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
