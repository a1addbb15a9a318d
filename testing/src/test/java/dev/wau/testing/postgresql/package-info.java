/** The tests' server is real. */
@NullMarked
package dev.wau.testing.postgresql;

import org.jspecify.annotations.NullMarked;
