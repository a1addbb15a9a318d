/** A load's cost follows its own files, not what was loaded before. */
@NullMarked
package dev.wau.proof.cost;

import org.jspecify.annotations.NullMarked;
