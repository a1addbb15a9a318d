/** The command line: one class per command. */
@NullMarked
package dev.wau.cli;

import org.jspecify.annotations.NullMarked;
