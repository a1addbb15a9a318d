@NullMarked
package dev.wau.analyse;

import org.jspecify.annotations.NullMarked;
