/** CloudWatch's embedded metric format, read as CloudWatch Logs reads it. */
@NullMarked
package dev.wau.testing.metrics;

import org.jspecify.annotations.NullMarked;
