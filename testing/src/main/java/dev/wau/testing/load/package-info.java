/** Contract suites and helpers around the load. */
@NullMarked
package dev.wau.testing.load;

import org.jspecify.annotations.NullMarked;
