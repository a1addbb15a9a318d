/** The memory warehouse is held to the contract. */
@NullMarked
package dev.wau.testing.warehouse;

import org.jspecify.annotations.NullMarked;
