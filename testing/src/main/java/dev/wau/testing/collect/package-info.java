/** The contract of {@link dev.wau.collect.Source}s that are places with files. */
@NullMarked
package dev.wau.testing.collect;

import org.jspecify.annotations.NullMarked;
