/** Warehouses behind the port {@link dev.wau.load.Warehouse}, chosen by URL. */
@NullMarked
package dev.wau.warehouse;

import org.jspecify.annotations.NullMarked;
