/** A real Spark cluster on one machine: processes, as Spark's own scripts start them. */
@NullMarked
package dev.wau.testing.spark;

import org.jspecify.annotations.NullMarked;
