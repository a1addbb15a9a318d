/** Many processes and threads on one central bucket and one warehouse. */
@NullMarked
package dev.wau.proof.concurrency;

import org.jspecify.annotations.NullMarked;
