/** The stand-in through the real driver. */
@NullMarked
package dev.wau.testing.redshift;

import org.jspecify.annotations.NullMarked;
