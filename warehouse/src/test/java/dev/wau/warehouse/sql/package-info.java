/** What the warehouses share, alone. */
@NullMarked
package dev.wau.warehouse.sql;

import org.jspecify.annotations.NullMarked;
