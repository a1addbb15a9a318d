/** PostgreSQL is held to the contracts. */
@NullMarked
package dev.wau.warehouse.postgresql;

import org.jspecify.annotations.NullMarked;
