package dev.wau.warehouse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a warehouse says of itself, whether wau's tables are in it or not.
 *
 * @param product and its version: {@code DuckDB v1.4.2}
 * @param now by its own clock; null: that of this machine
 * @param form of wau's tables in it, which rises when they change shape; null: they aren't there
 * @param missing those of wau's tables that aren't there, though others are
 */
public record Look(
        String product, @Nullable Instant now, @Nullable Integer form, List<String> missing) {

    public Look {
        missing = List.copyOf(missing);
    }
}
