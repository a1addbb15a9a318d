/** What Glue's own CSV crawler would make of the files, by what AWS publishes of it. */
@NullMarked
package dev.wau.catalog.prediction;

import org.jspecify.annotations.NullMarked;
