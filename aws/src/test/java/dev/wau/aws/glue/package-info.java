@NullMarked
package dev.wau.aws.glue;

import org.jspecify.annotations.NullMarked;
