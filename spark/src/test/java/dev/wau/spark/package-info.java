@NullMarked
package dev.wau.spark;

import org.jspecify.annotations.NullMarked;
