/** The load job on a Spark cluster of this machine, beside plain Spark. */
@NullMarked
package dev.wau.benchmark.cluster;

import org.jspecify.annotations.NullMarked;
