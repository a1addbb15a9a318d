/** Invariant 1, convergence: any history ends in the table that a few lines of plain Java say. */
@NullMarked
package dev.wau.proof.convergence;

import org.jspecify.annotations.NullMarked;
