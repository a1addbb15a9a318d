/** CloudWatch Logs as a customer's {@link dev.wau.collect.Source}. */
@NullMarked
package dev.wau.aws.logs;

import org.jspecify.annotations.NullMarked;
