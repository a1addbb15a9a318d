@NullMarked
package dev.wau.aws;

import org.jspecify.annotations.NullMarked;
