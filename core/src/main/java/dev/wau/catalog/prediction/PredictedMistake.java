package dev.wau.catalog.prediction;

import dev.wau.model.ObjectKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a table of Glue's crawler would get wrong.
 *
 * @param file null: of the table as a whole
 * @param line of the first record that shows it; 0: of the file as a whole
 * @param column where the cell belongs: its header; null: of no column
 * @param lands the table's column in which it would be; null: of no column
 * @param count cells, records or lines, as the kind says
 */
public record PredictedMistake(
        Kind kind,
        @Nullable ObjectKey file,
        long line,
        @Nullable String column,
        @Nullable String lands,
        long count,
        String message) {

    /** What would be wrong. */
    public enum Kind {
        /** The file wouldn't be CSV, so it wouldn't be in the table. */
        FILE_NOT_CSV,
        /** Its columns would be called {@code col1}, ... and its header would be a record. */
        HEADER_NOT_RECOGNISED,
        /** Cells of a column would be in another: so many. */
        CELL_IN_OTHER_COLUMN,
        /** A line break in quotes would end the record: so many records more. */
        LINE_BREAK_ENDS_RECORD,
        /** A comma in quotes would end the cell: in so many records. */
        COMMA_ENDS_CELL,
        /** Quotes would be a part of the value: in so many records. */
        QUOTES_IN_VALUE,
        /** The customer would be there twice: as a folder's name, and as a column. */
        CUSTOMER_TWICE;

        /** The word of the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
