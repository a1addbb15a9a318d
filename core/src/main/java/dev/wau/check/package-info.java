/** What {@code wau doctor} finds: whether a thing that wau works with can be used, and if not, what to do. */
@NullMarked
package dev.wau.check;

import org.jspecify.annotations.NullMarked;
