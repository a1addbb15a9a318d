/** The Spark peer of the benchmark. */
@NullMarked
package dev.wau.benchmark.spark;

import org.jspecify.annotations.NullMarked;
