/** Files into typed Parquet parts by the tasks of a Spark cluster. */
@NullMarked
package dev.wau.spark.engine;

import org.jspecify.annotations.NullMarked;
