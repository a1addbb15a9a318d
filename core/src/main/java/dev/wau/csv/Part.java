package dev.wau.csv;

import java.io.Closeable;
import java.util.function.LongSupplier;

/**
 * A part of a file that is about to be read.
 *
 * @param window its bytes, from a record's start on
 * @param line of its start
 * @param nextLine of what follows it, or {@link #ANY_LINE}
 * @param bytesRead of the file as it is stored, so far
 * @param close is closed when it was read
 */
record Part(ByteWindow window, long line, long nextLine, LongSupplier bytesRead, Closeable close) {

    /** The part ends with the file, on whatever line. */
    static final long ANY_LINE = -1;
}
