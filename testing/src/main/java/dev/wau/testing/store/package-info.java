/** The contract of {@link dev.wau.store.ObjectStore}, a store in memory, and one that fails when told to. */
@NullMarked
package dev.wau.testing.store;

import org.jspecify.annotations.NullMarked;
