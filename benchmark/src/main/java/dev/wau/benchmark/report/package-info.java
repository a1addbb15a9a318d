/** How long reports take beside millions of events. */
@NullMarked
package dev.wau.benchmark.report;

import org.jspecify.annotations.NullMarked;
