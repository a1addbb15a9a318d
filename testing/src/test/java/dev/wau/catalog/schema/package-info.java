@NullMarked
package dev.wau.catalog.schema;

import org.jspecify.annotations.NullMarked;
