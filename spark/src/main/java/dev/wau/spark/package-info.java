/** The load as a Spark job: the same load as on one machine, whose files are read by a cluster's tasks. */
@NullMarked
package dev.wau.spark;

import org.jspecify.annotations.NullMarked;
