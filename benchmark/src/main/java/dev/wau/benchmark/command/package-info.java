/** The command line of ./benchmark/run. */
@NullMarked
package dev.wau.benchmark.command;

import org.jspecify.annotations.NullMarked;
