/** The CSV corpus: files of the worst kinds, with what the reader must make of them, apart from any code. */
@NullMarked
package dev.wau.testing.corpus;

import org.jspecify.annotations.NullMarked;
