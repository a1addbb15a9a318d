/** The registry of warehouses. */
@NullMarked
package dev.wau.warehouse;

import org.jspecify.annotations.NullMarked;
