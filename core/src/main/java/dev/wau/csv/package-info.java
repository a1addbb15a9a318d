/** The one CSV reader: bytes in, typed records and rejects out. Nothing else in the product parses or writes CSV. */
@NullMarked
package dev.wau.csv;

import org.jspecify.annotations.NullMarked;
