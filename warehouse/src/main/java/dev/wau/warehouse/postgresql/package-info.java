/** The warehouse of a team: PostgreSQL, loaded by {@code COPY ... FROM STDIN}. */
@NullMarked
package dev.wau.warehouse.postgresql;

import org.jspecify.annotations.NullMarked;
