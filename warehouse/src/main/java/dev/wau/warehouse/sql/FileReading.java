package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.load.ColumnPlan;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.Reject;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One file being read into rows. Used by one thread. */
final class FileReading implements Closeable {

    private final FileToFeed file;
    private final RejectSpool rejects = new RejectSpool();
    private final AuditLogReader reader;
    private final Progress.Stage progress;
    private final int[] cells;
    private final int[] columns;
    private final DetailsJson details;
    private final boolean hasDetails;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long bytesTold;

    /**
     * Opens the file.
     *
     * @param textColumns the target's text columns, in order
     */
    FileReading(FileToFeed file, List<String> textColumns, Progress.Stage progress) throws IOException {
        this.file = file;
        this.progress = progress;
        List<ColumnPlan.Cell> placed =
                file.cells().stream().filter(cell -> cell.column() != null).toList();
        List<ColumnPlan.Cell> others =
                file.cells().stream().filter(cell -> cell.column() == null).toList();
        cells = placed.stream().mapToInt(ColumnPlan.Cell::index).toArray();
        columns = placed.stream()
                .mapToInt(cell -> textColumns.indexOf(cell.column()))
                .toArray();
        details = new DetailsJson(others);
        hasDetails = !others.isEmpty();
        reader = file.file().opener().open(rejects);
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
            Reject reject = rejects.poll();
            if (reject != null) {
                target.reject(file, reject);
            } else if (reader.next()) {
                add(reader.record(), target);
            } else {
                reject = rejects.poll();
                if (reject == null) {
                    return false;
                }
                target.reject(file, reject);
            }
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
        if (hasDetails) {
            target.details(details.of(row));
        }
        target.end();
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
        progress.advance(read - bytesTold, files);
        bytesTold = read;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public void close() throws IOException {
        try (rejects) {
            reader.close();
        }
    }
}
