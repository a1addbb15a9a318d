@NullMarked
package dev.wau.testing.load;

import org.jspecify.annotations.NullMarked;
