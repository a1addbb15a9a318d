/** Stage 4, trigger: one marker starts exactly one load run. */
@NullMarked
package dev.wau.trigger;

import org.jspecify.annotations.NullMarked;
