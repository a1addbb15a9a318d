@NullMarked
package dev.wau.warehouse.redshift;

import org.jspecify.annotations.NullMarked;
