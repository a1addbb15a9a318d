package dev.wau.aggregate;

import dev.wau.model.Customer;
import org.jspecify.annotations.Nullable;

/**
 * How the work for one customer ended.
 *
 * @param error why its source could not be read; null if it could
 */
record CustomerEnd(Customer customer, @Nullable String error) {}
