@NullMarked
package dev.wau.aws.logs;

import org.jspecify.annotations.NullMarked;
