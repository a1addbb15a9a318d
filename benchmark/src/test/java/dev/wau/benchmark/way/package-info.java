@NullMarked
package dev.wau.benchmark.way;

import org.jspecify.annotations.NullMarked;
