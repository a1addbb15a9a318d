/** Numbers about runs, as CloudWatch makes metrics of them. */
@NullMarked
package dev.wau.metrics;

import org.jspecify.annotations.NullMarked;
