/** What every load engine does. */
@NullMarked
package dev.wau.testing.trigger;

import org.jspecify.annotations.NullMarked;
