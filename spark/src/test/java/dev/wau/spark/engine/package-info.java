@NullMarked
package dev.wau.spark.engine;

import org.jspecify.annotations.NullMarked;
