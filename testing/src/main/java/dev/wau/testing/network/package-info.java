/** A network that fails when it is told to. */
@NullMarked
package dev.wau.testing.network;

import org.jspecify.annotations.NullMarked;
