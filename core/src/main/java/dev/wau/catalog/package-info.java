/** The catalog: the registered schemas of the CSV folder and of the warehouse table, and where both are. */
@NullMarked
package dev.wau.catalog;

import org.jspecify.annotations.NullMarked;
