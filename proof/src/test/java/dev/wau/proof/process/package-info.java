/** The real command line in processes of its own, and what its files should come to. */
@NullMarked
package dev.wau.proof.process;

import org.jspecify.annotations.NullMarked;
