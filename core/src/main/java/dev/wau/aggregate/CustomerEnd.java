package dev.wau.aggregate;

import dev.wau.model.Customer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the work for one customer ended.
 *
 * @param error why its source could not be read; null if it could
 * @param newest when the newest of its objects in {@code csv/} was written; null if there is none
 */
record CustomerEnd(
        Customer customer, @Nullable String error, @Nullable Instant newest) {}
