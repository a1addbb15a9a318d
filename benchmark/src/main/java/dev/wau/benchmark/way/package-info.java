/** The ways to bring audit log files into a queryable table: wau's, and those people would use instead. */
@NullMarked
package dev.wau.benchmark.way;

import org.jspecify.annotations.NullMarked;
