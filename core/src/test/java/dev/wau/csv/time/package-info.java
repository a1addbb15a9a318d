@NullMarked
package dev.wau.csv.time;

import org.jspecify.annotations.NullMarked;
