/** {@code wau infra}: one class per command. */
@NullMarked
package dev.wau.infra.command;

import org.jspecify.annotations.NullMarked;
