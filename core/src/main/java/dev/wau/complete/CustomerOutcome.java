package dev.wau.complete;

import dev.wau.model.Customer;
import org.jspecify.annotations.Nullable;

/**
 * What became of one expected customer in a batch.
 *
 * @param customer who
 * @param outcome what
 * @param files how many files the batch has of it (copied and refused)
 * @param error why it failed; null unless it did
 */
public record CustomerOutcome(
        Customer customer,
        Outcome outcome,
        int files,
        @Nullable String error) {

    /** The ways it can end. */
    public enum Outcome {
        /** New or changed files were copied. */
        COPIED,
        /** The source was read, and nothing was new. */
        NOTHING_NEW,
        /** The source could not be read. */
        FAILED
    }
}
