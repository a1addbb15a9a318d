package dev.wau.csv;

import java.util.Arrays;

/**
 * The cells of one record after unescaping: places in the scanner's bytes, or in a scratch array for text that doesn't
 * stand there as it is read.
 */
final class Cells {

    private final int count;
    private final int[] starts;
    private final int[] lengths;
    private final boolean[] inScratch;
    private final byte quote;
    private final byte escape;
    private byte[] file = new byte[0];
    private byte[] scratch = new byte[256];
    private int used;

    Cells(int count, Dialect dialect) {
        this.count = count;
        this.starts = new int[count];
        this.lengths = new int[count];
        this.inScratch = new boolean[count];
        this.quote = (byte) dialect.quote();
        this.escape = (byte) dialect.escape();
    }

    /** Takes the record that the scanner stands on, which has this many cells. */
    void take(RecordScanner record) {
        file = record.bytes();
        used = 0;
        for (int cell = 0; cell < count; cell++) {
            starts[cell] = record.cells().cellStart(cell);
            lengths[cell] = record.cells().cellEnd(cell) - starts[cell];
            inScratch[cell] = false;
        }
        if (record.cells().anyEscaped) {
            unescape(record);
        }
    }

    byte[] bytes(int cell) {
        return inScratch[cell] ? scratch : file;
    }

    int start(int cell) {
        return starts[cell];
    }

    int length(int cell) {
        return lengths[cell];
    }

    /** The cell is absent. */
    void clear(int cell) {
        lengths[cell] = 0;
    }

    /** The cell's text becomes the ASCII of these bytes. */
    void replace(int cell, byte[] text) {
        int start = reserve(text.length);
        System.arraycopy(text, 0, scratch, start, text.length);
        place(cell, start, text.length);
    }

    boolean equal(int cell, byte[] text) {
        byte[] bytes = bytes(cell);
        int start = starts[cell];
        return Arrays.equals(bytes, start, start + lengths[cell], text, 0, text.length);
    }

    /** How long the text of an escaped cell is. */
    static int unescapedLength(byte[] bytes, int from, int to, Dialect dialect) {
        int length = 0;
        int position = from;
        while (position < to) {
            position += escaped(bytes, position, to, (byte) dialect.quote(), (byte) dialect.escape()) ? 2 : 1;
            length++;
        }
        return length;
    }

    private void unescape(RecordScanner record) {
        for (int cell = 0; cell < count; cell++) {
            if (record.cells().cellEscaped(cell)) {
                int start = reserve(lengths[cell]);
                int length = unescape(starts[cell], starts[cell] + lengths[cell], start);
                used = start + length;
                place(cell, start, length);
            }
        }
    }

    private int unescape(int from, int to, int target) {
        int end = target;
        int position = from;
        while (position < to) {
            if (escaped(file, position, to, quote, escape)) {
                position++;
            }
            scratch[end++] = file[position++];
        }
        return end - target;
    }

    /** An escape stands here, and what it escapes behind it. */
    private static boolean escaped(byte[] bytes, int position, int to, byte quote, byte escape) {
        return bytes[position] == escape
                && position + 1 < to
                && (bytes[position + 1] == quote || bytes[position + 1] == escape);
    }

    private void place(int cell, int start, int length) {
        starts[cell] = start;
        lengths[cell] = length;
        inScratch[cell] = true;
    }

    private int reserve(int length) {
        int start = used;
        used += length;
        if (used > scratch.length) {
            scratch = Arrays.copyOf(scratch, Math.max(used, scratch.length * 2));
        }
        return start;
    }
}
