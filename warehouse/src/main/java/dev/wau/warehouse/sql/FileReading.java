package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.load.ColumnPlan;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file being read into rows. Used by one thread. */
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

    /**
     * Opens the file.
     *
     * @throws FileRefusedException it can't be read
     */
    FileReading(FileToFeed file, Feeding feeding) throws IOException {
        this.file = file;
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
        reader = file.file()
                .opener()
                .open(reject -> feeding.rejects().accept(file.file().id().value(), reject));
    }

    /** The cell that fills a column; negative if none does. */
    private static int cell(List<ColumnPlan.Cell> placed, String column) {
        return placed.stream()
                .filter(cell -> column.equals(cell.column()))
                .mapToInt(ColumnPlan.Cell::index)
                .findFirst()
                .orElse(-1);
    }

    /** Refuses a file whose header isn't the one that was planned for. */
    void requireSameLayout() {
        if (!reader.layout().equals(file.layout())) {
            throw new WauException(
                    ErrorCode.OBJECT_CHANGED,
                    "Cannot load " + file.file().version().key() + ": it changed while it was read (run again)");
        }
    }

    /** Fills the target; false once the file has no more. */
    boolean fill(RowTarget target) throws IOException {
        while (!target.isFull()) {
            if (!reader.next()) {
                return false;
            }
            add(reader.record(), target);
        }
        tell(0);
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
                row.timeMicros(),
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

    /** What was found, once the file has no more. */
    StagedFile done() {
        tell(1);
        boolean none = first > last;
        return new StagedFile(
                file.file(),
                reader.recordsRead(),
                reader.recordsRejected(),
                none ? null : instant(first),
                none ? null : instant(last),
                null);
    }

    private void tell(int files) {
        long read = reader.bytesRead();
        feeding.progress().advance(read - bytesTold, files);
        bytesTold = read;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
