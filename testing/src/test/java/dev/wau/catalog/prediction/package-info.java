@NullMarked
package dev.wau.catalog.prediction;

import org.jspecify.annotations.NullMarked;
