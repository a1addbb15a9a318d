package dev.wau.catalog.verify;

import dev.wau.catalog.TableName;
import dev.wau.model.ObjectKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that files, catalog and warehouse don't say alike.
 *
 * @param kind what it is
 * @param standing whether something must be done
 * @param table of the catalog; null: it is of no table
 * @param column of it; null: of the table as a whole
 * @param file where it shows; null: in no file
 * @param line of that file; 0: of the file as a whole
 * @param message what it is, in words, never with a value
 * @param remedy what to do; empty: nothing
 */
public record CatalogFinding(
        Kind kind,
        Standing standing,
        @Nullable TableName table,
        @Nullable String column,
        @Nullable ObjectKey file,
        long line,
        String message,
        String remedy) {

    /** Whether something must be done. */
    public enum Standing {
        /** It is wrong. */
        DIFFERS,
        /** It is so by a policy, by a sample, or by nature. */
        EXPLAINED;

        /** The word of the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What differs. */
    public enum Kind {
        /** A table is not registered. */
        TABLE_MISSING,
        /** What the catalog says of a table can't be read. */
        TABLE_UNREAD,
        /** A table's data is said to be where it isn't. */
        LOCATION_DIFFERS,
        /** A table is said to be of another kind. */
        CLASSIFICATION_DIFFERS,
        /** A table's connection is another one, or leads elsewhere. */
        CONNECTION_DIFFERS,
        /** A table is read by what doesn't understand its files. */
        FORMAT_DIFFERS,
        /** A table takes what is no audit log for records. */
        OTHER_DATA,
        /** A table over a part of the files. */
        PART_OF_FILES,
        /** A partition column stands among the columns, or says what one says. */
        PARTITION_DOUBLED,
        /** Headers differ, and the table goes by position. */
        HEADERS_DIFFER,
        /** A column of the files isn't in the catalog. */
        COLUMN_NOT_REGISTERED,
        /** A column of the catalog isn't in the files. */
        COLUMN_NOT_IN_FILES,
        /** A column's values aren't all of the type that the catalog says. */
        TYPE_BROKEN,
        /** What the catalog says of a column's type is none of wau's words, or nothing. */
        TYPE_UNKNOWN,
        /** A column has a type that its table's reader doesn't give. */
        TYPE_DIFFERS,
        /** The catalog says another header of a column than the files have. */
        HEADER_DIFFERS,
        /** A table has a column twice. */
        COLUMN_DOUBLED,
        /** A column of the files isn't in the warehouse. */
        COLUMN_NOT_IN_WAREHOUSE,
        /** A column of the warehouse isn't in the catalog. */
        WAREHOUSE_COLUMN_NOT_REGISTERED,
        /** A column of the catalog isn't in the warehouse. */
        WAREHOUSE_COLUMN_GONE,
        /** A column has another type in the warehouse. */
        WAREHOUSE_TYPE_DIFFERS,
        /** There are no files to compare with. */
        FILES_MISSING,
        /** There is no warehouse to compare with. */
        WAREHOUSE_MISSING,
        /** A file could not be read. */
        FILE_UNREAD,
        /** A file was loaded, and is there no more. */
        FILE_GONE,
        /** Records can't be read. */
        RECORDS_UNREADABLE;

        /** The word of the command line: {@code type-broken}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
