@NullMarked
package dev.wau.collect;

import org.jspecify.annotations.NullMarked;
