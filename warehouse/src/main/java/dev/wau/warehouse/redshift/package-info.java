/**
 * Redshift as a warehouse: files become Parquet parts in the central bucket, COPY brings them in, and one transaction that
 * holds a lock does the rest in SQL. What is sent is listed, with the page that documents it, in {@code
 * docs/redshift-sql.md}.
 */
@NullMarked
package dev.wau.warehouse.redshift;

import org.jspecify.annotations.NullMarked;
