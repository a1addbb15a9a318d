package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.load.ColumnPlan;
import dev.wau.warehouse.rollup.Quarters;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file, or a part of one, being read into rows. Used by one thread. */
final class FileReading implements Closeable {

    private final FileToFeed file;
    private final Feeding feeding;
    private final AuditLogReader reader;
    private final int[] cells;
    private final int[] columns;
    private final @Nullable DetailsJson details;
    private final FileCounting counting;
    private final int user;
    private final int event;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long bytesTold;

    /** Reads what the reader has, which is closed with this. */
    FileReading(FileToFeed file, AuditLogReader reader, Feeding feeding) {
        this.file = file;
        this.reader = reader;
        this.feeding = feeding;
        List<ColumnPlan.Cell> placed =
                file.cells().stream().filter(cell -> cell.column() != null).toList();
        List<ColumnPlan.Cell> others =
                file.cells().stream().filter(cell -> cell.column() == null).toList();
        cells = placed.stream().mapToInt(ColumnPlan.Cell::index).toArray();
        columns = placed.stream()
                .mapToInt(cell -> feeding.columns().indexOf(cell.column()))
                .toArray();
        counting = feeding.counting();
        user = cell(placed, "user_id");
        event = cell(placed, "event");
        details = others.isEmpty() ? null : new DetailsJson(others);
    }

    /** The cell that fills a column; negative if none does. */
    private static int cell(List<ColumnPlan.Cell> placed, String column) {
        return placed.stream()
                .filter(cell -> column.equals(cell.column()))
                .mapToInt(ColumnPlan.Cell::index)
                .findFirst()
                .orElse(-1);
    }

    /** Fills the target; false once there is no more. */
    boolean fill(RowTarget target) throws IOException {
        while (!target.isFull()) {
            if (!reader.next()) {
                tell();
                return false;
            }
            add(reader.record(), target);
        }
        tell();
        return true;
    }

    private void add(AuditLogRecord row, RowTarget target) {
        long micros = row.timeMicros();
        first = Math.min(first, micros);
        last = Math.max(last, micros);
        target.begin(file, row.line(), micros, row.hashHigh(), row.hashLow());
        for (int i = 0; i < cells.length; i++) {
            int length = row.length(cells[i]);
            if (length > 0) {
                target.text(columns[i], row.bytes(cells[i]), row.start(cells[i]), length);
            }
        }
        if (details != null && details.take(row)) {
            target.details(details.bytes(), details.length());
        }
        target.end();
        count(row);
    }

    private void count(AuditLogRecord row) {
        boolean known = user >= 0 && row.length(user) > 0;
        counting.add(
                Quarters.of(row.timeMicros()),
                known ? row.bytes(user) : null,
                known ? row.start(user) : 0,
                known ? row.length(user) : 0,
                row.bytes(event),
                row.start(event),
                row.length(event));
    }

    /** What was counted for the rollup. */
    FileCounting counting() {
        return counting;
    }

    private void tell() {
        long read = reader.bytesRead();
        feeding.progress().advance(read - bytesTold, 0);
        bytesTold = read;
    }

    /** Bytes of the file, as stored, that the progress was told. */
    long bytesTold() {
        return bytesTold;
    }

    /** Records read: good and rejected. */
    long records() {
        return reader.recordsRead();
    }

    long rejected() {
        return reader.recordsRejected();
    }

    /** The first event's time, in microseconds; later than {@link #last} if there is none. */
    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** This was a part, and says nothing: {@link AuditLogReader#lost}. */
    boolean lost() {
        return reader.lost();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
