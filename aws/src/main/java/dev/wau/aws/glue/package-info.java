/** The load job on AWS Glue as {@link dev.wau.trigger.LoadEngine}. */
@NullMarked
package dev.wau.aws.glue;

import org.jspecify.annotations.NullMarked;
