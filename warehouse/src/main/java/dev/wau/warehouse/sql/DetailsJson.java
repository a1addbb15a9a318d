package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogRecord;
import dev.wau.load.ColumnPlan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the {@code details} of records: a JSON object (RFC 8259) of text members, from bytes to bytes. Quotes, backslashes
 * and control characters are escaped; everything else is UTF-8 as it stands. Used by one thread.
 */
final class DetailsJson {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final int[] cells;
    private final byte[][] names;
    private byte[] buffer = new byte[256];
    private int length;

    /** For these members, in their order. */
    DetailsJson(List<ColumnPlan.Cell> members) {
        cells = members.stream().mapToInt(ColumnPlan.Cell::index).toArray();
        names = new byte[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            names[i] = quoted(members.get(i).name());
        }
    }

    private byte[] quoted(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        length = 0;
        appendQuoted(bytes, 0, bytes.length);
        return Arrays.copyOf(buffer, length);
    }

    /** Makes the object of the record's present cells; false where all are absent. */
    boolean take(AuditLogRecord row) {
        length = 0;
        for (int i = 0; i < cells.length; i++) {
            int size = row.length(cells[i]);
            if (size > 0) {
                append(length == 0 ? '{' : ',');
                append(names[i]);
                append(':');
                appendQuoted(row.bytes(cells[i]), row.start(cells[i]), size);
            }
        }
        if (length == 0) {
            return false;
        }
        append('}');
        return true;
    }

    /** The array that begins with the object that was made last; valid until the next is. */
    byte[] bytes() {
        return buffer;
    }

    /** The object's length in bytes. */
    int length() {
        return length;
    }

    private void appendQuoted(byte[] bytes, int start, int size) {
        append('"');
        for (int i = start; i < start + size; i++) {
            byte value = bytes[i];
            if (value == '"' || value == '\\') {
                append('\\');
                append(value);
            } else if (value >= 0 && value < 0x20) {
                appendControl(value);
            } else {
                append(value);
            }
        }
        append('"');
    }

    private void appendControl(byte value) {
        append('\\');
        switch (value) {
            case '\b' -> append('b');
            case '\t' -> append('t');
            case '\n' -> append('n');
            case '\f' -> append('f');
            case '\r' -> append('r');
            default -> {
                append('u');
                append('0');
                append('0');
                append(HEX[value >> 4]);
                append(HEX[value & 15]);
            }
        }
    }

    private void append(int value) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, length * 2);
        }
        buffer[length++] = (byte) value;
    }

    private void append(byte[] bytes) {
        for (byte value : bytes) {
            append(value);
        }
    }
}
