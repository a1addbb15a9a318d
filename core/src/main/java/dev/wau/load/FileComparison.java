package dev.wau.load;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.FileColumn;
import dev.wau.csv.Role;
import dev.wau.load.Finding.Kind;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks one file and its rows side by side, by line. Used once. */
final class FileComparison {

    private final ObjectKey key;
    private final FileId file;
    private final AuditLogReader reader;
    private final RowsInTurn turn;
    private final FileRows rows;
    private final FileFindings findings;
    private final Set<String> absent;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long compared;

    FileComparison(HistoryFile file, AuditLogReader reader, RowsInTurn turn, FileFindings findings) {
        this.key = file.version().key();
        this.file = file.id();
        this.reader = reader;
        this.turn = turn;
        this.rows = turn.row();
        this.absent = absent(reader, rows);
        this.findings = findings;
    }

    /** How many rows were looked at. */
    long rows() {
        return compared;
    }

    void run() throws IOException {
        boolean record = reader.next();
        boolean row = nextRow();
        while (record || row) {
            long recordLine = record ? reader.record().line() : Long.MAX_VALUE;
            long rowLine = row ? rows.line() : Long.MAX_VALUE;
            if (recordLine < rowLine) {
                found(recordLine, Kind.ROW_MISSING, "the file's record has no row ('wau reload " + key + "')");
                record = reader.next();
            } else if (rowLine < recordLine) {
                found(rowLine, Kind.ROW_EXTRA, "the row has no record in the file ('wau reload " + key + "')");
                row = nextRow();
            } else {
                compare(reader.record());
                record = reader.next();
                row = nextRow();
            }
        }
    }

    private boolean nextRow() {
        boolean next = turn.next(file);
        compared += next ? 1 : 0;
        return next;
    }

    private void compare(AuditLogRecord record) {
        if (record.timeMicros() != rows.timeMicros()) {
            differs(record.line(), "event_time");
        } else if (record.hashHigh() != rows.hashHigh() || record.hashLow() != rows.hashLow()) {
            differs(record.line(), "event_hash");
        }
        first = Math.min(first, record.timeMicros());
        last = Math.max(last, record.timeMicros());
        Map<String, String> details = new TreeMap<>();
        for (FileColumn column : reader.layout().columns()) {
            String cell = cell(record, column);
            if (!isText(column)) {
                continue;
            }
            if (isColumn(column)) {
                if (!Objects.equals(cell, rows.text(column.target()))) {
                    differs(record.line(), column.target());
                }
            } else if (cell != null) {
                details.put(column.name(), cell);
            }
        }
        for (String column : absent) {
            if (rows.text(column) != null) {
                differs(record.line(), column);
            }
        }
        if (!details.equals(DetailsMembers.of(rows.text("details")))) {
            differs(record.line(), "details");
        }
    }

    /** The table's columns that this file doesn't have: its rows have nothing there. */
    private static Set<String> absent(AuditLogReader reader, FileRows rows) {
        Set<String> absent = new TreeSet<>(rows.columns());
        reader.layout().columns().stream()
                .filter(column -> isText(column) && column.placement() == FileColumn.Placement.COLUMN)
                .forEach(column -> absent.remove(column.target()));
        return absent;
    }

    /** The time was compared as such, and a dropped column has no cells. */
    private static boolean isText(FileColumn column) {
        return column.role() != Role.TIME && column.role() != Role.DROPPED;
    }

    /** Any other text went to details. */
    private boolean isColumn(FileColumn column) {
        return column.placement() == FileColumn.Placement.COLUMN
                && rows.columns().contains(column.target());
    }

    /** Whether the history says of the first and last event what the file says. */
    boolean spans(@Nullable Instant firstEvent, @Nullable Instant lastEvent) {
        boolean none = last < first;
        return none
                ? firstEvent == null && lastEvent == null
                : firstEvent != null && lastEvent != null && micros(firstEvent) == first && micros(lastEvent) == last;
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
    }

    private static @Nullable String cell(AuditLogRecord record, FileColumn column) {
        return record.length(column.index()) == 0 ? null : record.text(column.index());
    }

    private void differs(long line, String column) {
        found(
                line,
                Kind.ROW_DIFFERS,
                "column " + column + " of the row is not what the file says ('wau reload " + key + "')");
    }

    private void found(long line, Kind kind, String message) {
        findings.found(line, kind, message);
    }
}
