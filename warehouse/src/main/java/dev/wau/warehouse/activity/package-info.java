/** What the reports ask, in SQL that DuckDB, PostgreSQL and Redshift share; activity is defined once. */
@NullMarked
package dev.wau.warehouse.activity;

import org.jspecify.annotations.NullMarked;
