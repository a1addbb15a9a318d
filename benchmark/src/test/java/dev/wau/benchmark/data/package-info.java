@NullMarked
package dev.wau.benchmark.data;

import org.jspecify.annotations.NullMarked;
