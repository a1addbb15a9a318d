@NullMarked
package dev.wau.aws.access;

import org.jspecify.annotations.NullMarked;
