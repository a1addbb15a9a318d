/** The system on AWS as code. */
@NullMarked
package dev.wau.infra;

import org.jspecify.annotations.NullMarked;
