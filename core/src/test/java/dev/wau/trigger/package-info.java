@NullMarked
package dev.wau.trigger;

import org.jspecify.annotations.NullMarked;
