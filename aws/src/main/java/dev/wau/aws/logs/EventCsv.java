package dev.wau.aws.logs;

import dev.wau.csv.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A window's file, written while it is read. A line that is no event becomes a record with a time and an identifier and
 * nothing else: the reader rejects it as {@code missing-event}, counts it, and nothing of its text goes further. Not
 * thread-safe.
 */
final class EventCsv extends InputStream {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** No character in UTF-8, so that the reader rejects the record: a cell is never altered silently. */
    private static final byte[] HALF_A_CHARACTER = {(byte) 0xFF};

    private final EventSpool spool;
    private final SortedEvents events;
    private final List<String> header;
    private final Ready ready = new Ready();
    private final CsvWriter writer = new CsvWriter(ready);
    private boolean ended;

    /** Takes the spool over: it is closed with this stream. */
    EventCsv(EventSpool spool, List<String> header) throws IOException {
        this.spool = spool;
        this.events = spool.sorted();
        this.header = header;
        for (String name : header) {
            writer.cell(name);
        }
        writer.endRecord();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        while (ready.rest() == 0 && !ended) {
            writeNext();
        }
        return ready.take(bytes, start, length);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private void writeNext() throws IOException {
        ready.clear();
        LoggedEvent event = events.next();
        if (event == null) {
            writer.close();
            ended = true;
            return;
        }
        Map<String, String> cells = AuditMessage.cells(event.message());
        for (String column : header) {
            switch (column) {
                case EventCells.TIMESTAMP -> writer.cell(TIME.format(Instant.ofEpochMilli(event.timestamp())));
                case EventCells.UNIQUE_IDENTIFIER -> writer.cell(event.id());
                default -> cell(cells.getOrDefault(column, ""));
            }
        }
        writer.endRecord();
    }

    private void cell(String text) throws IOException {
        boolean whole = text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        byte[] bytes = whole ? text.getBytes(StandardCharsets.UTF_8) : HALF_A_CHARACTER;
        writer.cell(bytes, 0, bytes.length);
    }

    /** What is written and not yet read. */
    private static final class Ready extends ByteArrayOutputStream {
        private int taken;

        int rest() {
            return count - taken;
        }

        void clear() {
            reset();
            taken = 0;
        }

        int take(byte[] bytes, int start, int length) {
            if (rest() == 0) {
                return -1;
            }
            int step = Math.min(length, rest());
            System.arraycopy(buf, taken, bytes, start, step);
            taken += step;
            return step;
        }
    }
}
