@org.jspecify.annotations.NullMarked
package dev.wau.metrics;
