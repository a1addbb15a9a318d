package dev.wau.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where a load goes.
 *
 * @param url of the warehouse, without a secret
 * @param schema of its tables; null: the first of the user's search path
 * @param secret the name or ARN of the secret with user and password; null: the URL and the surroundings say all
 */
public record WarehouseTarget(
        String url, @Nullable String schema, @Nullable String secret) {}
