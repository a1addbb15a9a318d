@NullMarked
package dev.wau.store;

import org.jspecify.annotations.NullMarked;
