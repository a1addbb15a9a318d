@NullMarked
package dev.wau.csv;

import org.jspecify.annotations.NullMarked;
