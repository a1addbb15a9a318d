/** The rollup's form. */
@NullMarked
package dev.wau.warehouse.rollup;

import org.jspecify.annotations.NullMarked;
