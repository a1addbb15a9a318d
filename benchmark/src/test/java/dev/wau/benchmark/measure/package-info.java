@NullMarked
package dev.wau.benchmark.measure;

import org.jspecify.annotations.NullMarked;
