/** {@code wau.yaml}: what a user can set, read strictly, with the line of every mistake. */
@NullMarked
package dev.wau.config;

import org.jspecify.annotations.NullMarked;
