/** A real PostgreSQL server for tests, brought by the build. */
@NullMarked
package dev.wau.testing.postgresql;

import org.jspecify.annotations.NullMarked;
