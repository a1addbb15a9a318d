@NullMarked
package dev.wau.complete;

import org.jspecify.annotations.NullMarked;
