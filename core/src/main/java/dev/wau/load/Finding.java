package dev.wau.load;

import dev.wau.model.ObjectKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that {@code wau verify} found not to be as it should.
 *
 * @param key the file; null where no one file is meant
 * @param line the record's line in the aggregated file; 0 where no one record is meant
 * @param kind a stable code, such as {@code row-missing}
 * @param message what is wrong, and what to do
 */
public record Finding(@Nullable ObjectKey key, long line, Kind kind, String message) {

    /** The kinds of finding. */
    public enum Kind {
        /** A record of the file is in none of the tables. */
        ROW_MISSING,
        /** A row of the table has no record in its file. */
        ROW_EXTRA,
        /** Row and record differ. */
        ROW_DIFFERS,
        /** Rejects counted in the history, kept in the table and found in the file differ. */
        REJECTS_DIFFER,
        /** The object changed in the central bucket after it was loaded. */
        OBJECT_CHANGED,
        /** The object is gone from the central bucket; its rows can't be checked. */
        OBJECT_GONE,
        /** A batch was loaded, but its marker is gone from the central bucket. */
        MARKER_GONE,
        /** A file or marker stands in the central bucket that the history doesn't know. */
        NOT_LOADED,
        /** The tables contradict each other. */
        TABLES_DIFFER;

        /** The value in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
