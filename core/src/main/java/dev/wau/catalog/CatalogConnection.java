package dev.wau.catalog;

import org.jspecify.annotations.Nullable;

/**
 * How a catalog says that a table's database is reached.
 *
 * @param name of the connection
 * @param url of JDBC; empty if the connection has none
 * @param secret the name or ARN of the secret with user and password; null: none is named
 */
public record CatalogConnection(
        String name, String url, @Nullable String secret) {

    /** For messages: the URL may hold what isn't meant for them. */
    @Override
    public String toString() {
        return "connection '" + name + "'";
    }
}
