package dev.wau.warehouse.postgresql;

import dev.wau.warehouse.sql.ApartRows;
import dev.wau.warehouse.sql.Repeats;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the rows that were read may have come before.
 *
 * @param repeats what came
 * @param target takes them where the others go straight; null where all wait
 */
record RowComparison(Repeats repeats, @Nullable ApartRows target) {

    /**
     * Looks at some rows' hashes.
     *
     * @param apart true for those that were set apart beforehand; becomes true for others
     * @return whether any must be set apart
     */
    boolean setsApart(long[] hashes, int rows, boolean[] apart) {
        repeats.take(hashes, rows, apart);
        if (target == null) {
            repeats.suspect(hashes, rows, apart);
            return false;
        }
        for (int row = 0; row < rows; row++) {
            if (apart[row]) {
                return true;
            }
        }
        return false;
    }

    void setApart(CopyRows.WrittenRow row) throws IOException {
        if (target != null) {
            row.addTo(target);
        }
    }
}
