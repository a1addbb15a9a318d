/** The rollup's form: which user did which event how often in which quarter of an hour, as bytes. No SQL. */
@NullMarked
package dev.wau.warehouse.rollup;

import org.jspecify.annotations.NullMarked;
