/** Strict YAML: every mistake with its line, all at once. For {@code wau.yaml} and other files of settings. */
@NullMarked
package dev.wau.config.yaml;

import org.jspecify.annotations.NullMarked;
