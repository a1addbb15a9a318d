@NullMarked
package dev.wau.config;

import org.jspecify.annotations.NullMarked;
