/** Only tests live here: see {@code src/test}. */
@NullMarked
package dev.wau.proof;

import org.jspecify.annotations.NullMarked;
