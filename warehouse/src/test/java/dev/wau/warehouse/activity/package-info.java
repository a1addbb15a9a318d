@NullMarked
package dev.wau.warehouse.activity;

import org.jspecify.annotations.NullMarked;
