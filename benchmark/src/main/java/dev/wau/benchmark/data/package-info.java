/** The files of a benchmark: made from a seed, so that everyone measures the same bytes. */
@NullMarked
package dev.wau.benchmark.data;

import org.jspecify.annotations.NullMarked;
