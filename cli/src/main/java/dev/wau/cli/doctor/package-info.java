/** What {@code wau doctor} looks at, a class for each topic. */
@NullMarked
package dev.wau.cli.doctor;

import org.jspecify.annotations.NullMarked;
