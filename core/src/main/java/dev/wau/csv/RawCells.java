package dev.wau.csv;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the current record's cells stand in its file, with their quotes; and whether they stand there as {@link
 * CsvWriter} would write them, so that they can be copied without being looked at one by one. That is so where no quote
 * is missing or needless, and the reader has altered nothing.
 */
final class RawCells {

    private static final byte QUOTE = '"';

    private final int columns;
    private final boolean central;
    private final int[] untouched;
    private @Nullable RecordScanner record;
    private boolean asked;
    private boolean sound;

    /** @param altered by column: whether the reader may put something else in its cells' place */
    RawCells(Dialect dialect, boolean[] altered) {
        this.columns = altered.length;
        this.central = dialect.delimiter() == ',' && dialect.quote() == QUOTE && dialect.escape() == QUOTE;
        this.untouched = new int[columns];
        for (int column = columns - 1; column >= 0; column--) {
            boolean goesOn = column + 1 < columns && !altered[column + 1];
            untouched[column] = altered[column] ? column - 1 : goesOn ? untouched[column + 1] : column;
        }
    }

    /** Takes the record that the scanner stands on, which has a cell for every column. */
    void take(RecordScanner newRecord) {
        record = newRecord;
        asked = false;
    }

    /**
     * How far the cells stand as they would be written.
     *
     * @return the last such column from {@code first} to {@code last}; before {@code first} if that one doesn't
     */
    int standing(int first, int last) {
        if (!asked) {
            asked = true;
            sound = central && isSound(Objects.requireNonNull(record));
        }
        return sound ? Math.min(last, untouched[first]) : first - 1;
    }

    byte[] bytes() {
        return Objects.requireNonNull(record).bytes();
    }

    /** Where the cell starts in {@link #bytes}, with its quote. */
    int start(int column) {
        CellScan cells = Objects.requireNonNull(record).cells();
        int start = cells.cellStart(column);
        return isQuoted(bytes(), start) ? start - 1 : start;
    }

    /** Where it ends, with its quote. */
    int end(int column) {
        CellScan cells = Objects.requireNonNull(record).cells();
        int end = cells.cellEnd(column);
        return isQuoted(bytes(), cells.cellStart(column)) ? end + 1 : end;
    }

    /** Every quote of the record is around a cell that needs it, or escaped inside one. */
    private boolean isSound(RecordScanner scanner) {
        byte[] bytes = scanner.bytes();
        int quotes = EightBytes.count(bytes, scanner.start(), scanner.end(), QUOTE);
        for (int column = 0; quotes > 0 && column < columns; column++) {
            int start = scanner.cells().cellStart(column);
            if (isQuoted(bytes, start)) {
                int end = scanner.cells().cellEnd(column);
                if (!CsvWriter.mustQuote(bytes, start, end)) {
                    return false;
                }
                quotes -= 2;
                if (scanner.cells().cellEscaped(column)) {
                    quotes -= EightBytes.count(bytes, start, end, QUOTE);
                }
            }
        }
        return quotes == 0;
    }

    // Before an unquoted cell stands a delimiter, a line end, or nothing.
    private static boolean isQuoted(byte[] bytes, int cellStart) {
        return cellStart > 0 && bytes[cellStart - 1] == QUOTE;
    }
}
