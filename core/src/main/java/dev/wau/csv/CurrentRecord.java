package dev.wau.csv;

import dev.wau.csv.time.TimeFormat;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record that the reader stands on. */
final class CurrentRecord implements AuditLogRecord {

    private final List<String> header;
    private final RecordChecks checks;
    private final Cells cells;
    private final RawCells raw;
    private final EventTime time;
    private final int event;
    private final Redaction redaction;
    private final Fingerprint fingerprint;
    private long line;
    private long timeMicros;
    private boolean hashed;

    CurrentRecord(FileLayout layout, Roles roles, ReadRules rules, Encoding encoding) {
        this.header = layout.header();
        this.checks = new RecordChecks(header, rules.dialect(), encoding, rules.limits());
        this.cells = new Cells(header.size(), rules.dialect());
        this.raw = new RawCells(rules.dialect(), Redaction.altered(roles, header.size()));
        this.time = new EventTime(roles.time(), header, rules.timeFormat());
        this.event = roles.column(Role.EVENT);
        this.redaction = new Redaction(roles, header.size(), rules.personalData(), rules.customer());
        this.fingerprint = new Fingerprint(layout.columns(), rules.identity());
    }

    /** Takes the record that the scanner stands on; the reject if it is not a good one. */
    @Nullable
    Reject take(RecordScanner record) {
        Reject unsound = checks.check(record);
        if (unsound != null) {
            return unsound;
        }
        cells.take(record);
        raw.take(record);
        int missing = time.missing(cells);
        if (missing >= 0) {
            return record.reject(RejectReason.MISSING_TIME, field(missing) + " is empty: an event needs a time");
        }
        timeMicros = time.micros(cells);
        if (timeMicros == TimeFormat.BAD) {
            return record.reject(RejectReason.BAD_TIME, time.explain(cells));
        }
        if (cells.length(event) == 0) {
            return record.reject(RejectReason.MISSING_EVENT, field(event) + " is empty: an event needs a name");
        }
        line = record.line();
        redaction.apply(cells);
        hashed = false;
        return null;
    }

    private String field(int column) {
        return RecordChecks.field(column, header.get(column));
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public long timeMicros() {
        return timeMicros;
    }

    @Override
    public byte[] bytes(int column) {
        return cells.bytes(column);
    }

    @Override
    public int start(int column) {
        return cells.start(column);
    }

    @Override
    public int length(int column) {
        return cells.length(column);
    }

    @Override
    public void copy(int first, int last, CsvWriter target) throws IOException {
        for (int column = first; column <= last; column++) {
            int end = target.atStart() ? column - 1 : raw.standing(column, last);
            if (end < column) {
                target.cell(cells.bytes(column), cells.start(column), cells.length(column));
            } else {
                int start = raw.start(column);
                target.standing(raw.bytes(), start, raw.end(end) - start, end - column + 1);
                column = end;
            }
        }
    }

    @Override
    public long hashHigh() {
        hash();
        return fingerprint.high();
    }

    @Override
    public long hashLow() {
        hash();
        return fingerprint.low();
    }

    // Not every reader asks.
    private void hash() {
        if (!hashed) {
            hashed = true;
            fingerprint.take(timeMicros, cells);
        }
    }
}
