/** What stands in for Redshift in tests: PostgreSQL behind a proxy that Redshift's own JDBC driver talks to. */
@NullMarked
package dev.wau.testing.redshift;

import org.jspecify.annotations.NullMarked;
