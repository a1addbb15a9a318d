/** Killed at random instants, run again: nothing lost, nothing twice, nothing left behind. */
@NullMarked
package dev.wau.proof.crash;

import org.jspecify.annotations.NullMarked;
