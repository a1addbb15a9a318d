/** DuckDB is held to the contracts. */
@NullMarked
package dev.wau.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
