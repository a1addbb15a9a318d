/** How long work tells how far it is. */
@NullMarked
package dev.wau.progress;

import org.jspecify.annotations.NullMarked;
