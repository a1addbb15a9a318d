/** The promises of the product, under proof: see {@code docs/proof.md}. */
@NullMarked
package dev.wau.proof;

import org.jspecify.annotations.NullMarked;
