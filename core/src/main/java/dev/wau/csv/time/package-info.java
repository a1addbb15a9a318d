/** Reads event times from cells: formats by name or pattern, zones, and the written rules for times that are none or two. */
@NullMarked
package dev.wau.csv.time;

import org.jspecify.annotations.NullMarked;
