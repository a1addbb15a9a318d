/** What a report's numbers are, in sets and loops, and the contract that holds every warehouse to them. */
@NullMarked
package dev.wau.testing.activity;

import org.jspecify.annotations.NullMarked;
