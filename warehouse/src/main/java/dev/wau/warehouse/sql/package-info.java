/**
 * What every warehouse with SQL shares: the load's transaction, the history, row identity. One text of SQL for all of
 * them; where they differ, {@link dev.wau.warehouse.sql.SqlDialect} says how.
 */
@NullMarked
package dev.wau.warehouse.sql;

import org.jspecify.annotations.NullMarked;
