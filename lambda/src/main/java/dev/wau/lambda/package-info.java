/** The Lambda functions: events in, a stage of core, a reply and log lines out. */
@NullMarked
package dev.wau.lambda;

import org.jspecify.annotations.NullMarked;
