/** The warehouse port's contract suite and its in-memory fake. */
@NullMarked
package dev.wau.testing.warehouse;

import org.jspecify.annotations.NullMarked;
