@NullMarked
package dev.wau.testing.activity;

import org.jspecify.annotations.NullMarked;
