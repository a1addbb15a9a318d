/** Stage 3, complete: the completion marker, written once, last, as the batch's manifest. */
@NullMarked
package dev.wau.complete;

import org.jspecify.annotations.NullMarked;
