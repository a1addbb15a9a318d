@NullMarked
package dev.wau;

import org.jspecify.annotations.NullMarked;
