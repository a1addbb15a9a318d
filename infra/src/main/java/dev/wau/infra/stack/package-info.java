/**
 * The system as CDK constructs: one for each stage, and {@code WauStack} that puts them together. Maps with several entries
 * are in an order, so that one configuration has one template: {@code Map.of} has another order in each process.
 */
@NullMarked
package dev.wau.infra.stack;

import org.jspecify.annotations.NullMarked;
