package dev.wau.testing.redshift;

import org.jspecify.annotations.Nullable;

/**
 * A statement that was sent and found documented.
 *
 * @param sent as the client sent it
 * @param translated for PostgreSQL
 * @param copy what the proxy itself carries out; null for what PostgreSQL does
 */
record Statement(String sent, String translated, @Nullable CopyStatement copy) {}
