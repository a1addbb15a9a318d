/** Typed Parquet parts on their way into a warehouse that loads files of its own bucket. */
@NullMarked
package dev.wau.warehouse.parts;

import org.jspecify.annotations.NullMarked;
