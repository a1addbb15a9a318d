/** Contract suites of the ports, fakes and the CSV corpus: for tests, here and outside. */
@NullMarked
package dev.wau.testing;

import org.jspecify.annotations.NullMarked;
