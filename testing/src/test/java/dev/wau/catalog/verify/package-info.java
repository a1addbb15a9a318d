@NullMarked
package dev.wau.catalog.verify;

import org.jspecify.annotations.NullMarked;
