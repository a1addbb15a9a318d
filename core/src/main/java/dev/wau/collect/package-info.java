/** Stage 1, collect: a customer's source and the files that stand in it. */
@NullMarked
package dev.wau.collect;

import org.jspecify.annotations.NullMarked;
