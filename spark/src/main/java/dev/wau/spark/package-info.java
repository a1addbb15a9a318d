/** The load on a Spark cluster: the same job, whose files are read by the cluster's tasks. */
@NullMarked
package dev.wau.spark;

import org.jspecify.annotations.NullMarked;
