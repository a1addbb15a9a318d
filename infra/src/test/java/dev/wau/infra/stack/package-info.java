@NullMarked
package dev.wau.infra.stack;

import org.jspecify.annotations.NullMarked;
