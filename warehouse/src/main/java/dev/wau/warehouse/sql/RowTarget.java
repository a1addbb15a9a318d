package dev.wau.warehouse.sql;

/** Takes rows on their way into the warehouse: a bounded number, then it is full. Used by one thread. */
public interface RowTarget {

    /** Whether it takes no more for now. */
    boolean isFull();

    /** Begins a row; its time in microseconds since 1970. */
    void begin(FileToFeed file, long line, long micros, long hashHigh, long hashLow);

    /** The row's text in the column with this number; the bytes are copied. */
    void text(int column, byte[] source, int start, int length);

    /** The row's details, from the array's start on; the bytes are copied. */
    void details(byte[] source, int length);

    /** Ends the row. */
    void end();
}
