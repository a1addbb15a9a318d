/** The same files give the same table, whichever warehouse it is in, whatever their order. */
@NullMarked
package dev.wau.proof.same;

import org.jspecify.annotations.NullMarked;
