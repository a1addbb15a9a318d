@NullMarked
package dev.wau.benchmark.command;

import org.jspecify.annotations.NullMarked;
