package dev.wau.csv;

import dev.wau.csv.time.TimeFormat;
import dev.wau.model.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A record's time, of one cell or of several joined by a space. */
final class EventTime {

    private final int[] columns;
    private final List<String> header;
    private final TimeFormat format;
    private byte[] joined = new byte[64];

    EventTime(int[] columns, List<String> header, TimeFormat format) {
        this.columns = columns;
        this.header = header;
        this.format = format;
    }

    /** The column whose cell is empty, or -1. */
    int missing(Cells cells) {
        for (int column : columns) {
            if (cells.length(column) == 0) {
                return column;
            }
        }
        return -1;
    }

    /** Microseconds since 1970-01-01T00:00:00Z, or {@link TimeFormat#BAD}. */
    long micros(Cells cells) {
        if (columns.length == 1) {
            int column = columns[0];
            return format.parse(cells.bytes(column), cells.start(column), cells.length(column));
        }
        return format.parse(joined, 0, join(cells));
    }

    /** Why the time is bad, for {@link RejectReason#BAD_TIME}. */
    String explain(Cells cells) {
        int length = join(cells);
        String text = new String(joined, 0, length, StandardCharsets.UTF_8);
        String names =
                String.join(" and ", Arrays.stream(columns).mapToObj(this::name).toList());
        return names + ": '" + RawText.printable(text, 40) + "' is no time: " + format.explain(text);
    }

    private String name(int column) {
        return "'" + RawText.printable(header.get(column), 60) + "'";
    }

    private int join(Cells cells) {
        int length = 0;
        for (int column : columns) {
            int cell = cells.length(column);
            if (length + cell + 1 > joined.length) {
                joined = Arrays.copyOf(joined, 2 * (length + cell + 1));
            }
            if (length > 0) {
                joined[length++] = ' ';
            }
            System.arraycopy(cells.bytes(column), cells.start(column), joined, length, cell);
            length += cell;
        }
        return length;
    }
}
