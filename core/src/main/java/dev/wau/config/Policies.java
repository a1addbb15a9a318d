package dev.wau.config;

import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPolicy;

/**
 * What the system does where there is a choice.
 *
 * @param missingCustomers when a customer of a batch fails
 * @param sameKey when other content comes under a loaded key
 * @param duplicates what makes two records of different files equal
 * @param columns what an unknown header name does
 * @param maxColumns further columns of the table
 * @param maxRejectRatio a file with a larger share of rejects is refused; 0 to 1
 */
public record Policies(
        MissingCustomers missingCustomers,
        SameKey sameKey,
        RowIdentity duplicates,
        ColumnPolicy columns,
        int maxColumns,
        double maxRejectRatio) {

    /** fail, supersede, fingerprint, evolve, 200 columns, half. */
    public static final Policies DEFAULT = new Policies(
            MissingCustomers.FAIL, SameKey.SUPERSEDE, RowIdentity.FINGERPRINT, ColumnPolicy.EVOLVE, 200, 0.5);

    /** When a customer of a batch fails. */
    public enum MissingCustomers {
        /** No marker. */
        FAIL,
        /** The marker says who is missing. */
        PARTIAL
    }

    /** When other content comes under a loaded key. */
    public enum SameKey {
        /** The old version's rows leave as the new ones enter. */
        SUPERSEDE,
        /** Both stay. */
        APPEND,
        /** The new version is skipped. */
        IGNORE,
        /** The file is refused, and the old version stays. */
        FAIL
    }
}
