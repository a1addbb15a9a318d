package dev.wau.config;

import dev.wau.model.Customer;

/**
 * A customer that {@code wau init} found.
 *
 * @param customer its name
 * @param source its folder as {@code wau.yaml} shall say it
 */
public record DetectedCustomer(Customer customer, String source) {}
