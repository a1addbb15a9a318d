@NullMarked
package dev.wau.catalog;

import org.jspecify.annotations.NullMarked;
