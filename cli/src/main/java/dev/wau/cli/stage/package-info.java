/** The stages of one machine, wired from {@code wau.yaml}. */
@NullMarked
package dev.wau.cli.stage;

import org.jspecify.annotations.NullMarked;
