package dev.wau.warehouse.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the rows that were read may have come before. Thread-safe.
 *
 * @param repeats what came
 * @param apart takes these rows where the others go straight into {@code wau_audit_logs}; null where all go into {@code
 *     staged}
 */
public record RowComparison(Repeats repeats, @Nullable ApartRows apart) {

    /**
     * Looks at some rows.
     *
     * @param hashes theirs, as {@link Repeats} has them
     * @param compared true for rows that were not expected in their time; becomes true for those that may have come before
     * @return whether any of them must be set apart
     */
    public boolean setsApart(long[] hashes, int rows, boolean[] compared) {
        repeats.take(hashes, rows, compared);
        if (apart == null) {
            repeats.suspect(hashes, rows, compared);
            return false;
        }
        for (int row = 0; row < rows; row++) {
            if (compared[row]) {
                return true;
            }
        }
        return false;
    }

    /** Where the others go straight. */
    public ApartRows target() {
        return Objects.requireNonNull(apart, "all rows wait");
    }
}
