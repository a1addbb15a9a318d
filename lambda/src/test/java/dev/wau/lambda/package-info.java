@NullMarked
package dev.wau.lambda;

import org.jspecify.annotations.NullMarked;
