@NullMarked
package dev.wau.infra;

import org.jspecify.annotations.NullMarked;
