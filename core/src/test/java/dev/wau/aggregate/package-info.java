@NullMarked
package dev.wau.aggregate;

import org.jspecify.annotations.NullMarked;
