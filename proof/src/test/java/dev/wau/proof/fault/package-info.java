/** Disks that are full or read-only, files that change under the reader, clocks that go back. */
@NullMarked
package dev.wau.proof.fault;

import org.jspecify.annotations.NullMarked;
