/** Stage 7, analyse: one definition per metric. */
@NullMarked
package dev.wau.analyse;

import org.jspecify.annotations.NullMarked;
