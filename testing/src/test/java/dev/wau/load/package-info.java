@NullMarked
package dev.wau.load;

import org.jspecify.annotations.NullMarked;
