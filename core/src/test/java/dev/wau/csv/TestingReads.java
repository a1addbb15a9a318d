package dev.wau.csv;

import dev.wau.csv.time.TimeFormat;
import dev.wau.model.Customer;
import dev.wau.model.Reject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads bytes in one go. */
final class TestingReads {

    static final Customer ACME = new Customer("acme");

    /** Digits only, as microseconds. */
    static final TimeFormat DIGITS = new TimeFormat() {
        @Override
        public long parse(byte[] bytes, int start, int length) {
            long value = 0;
            for (int i = start; i < start + length; i++) {
                if (bytes[i] < '0' || bytes[i] > '9' || length > 17) {
                    return BAD;
                }
                value = 10 * value + bytes[i] - '0';
            }
            return value;
        }

        @Override
        public String explain(String text) {
            return "not digits";
        }

        @Override
        public String description() {
            return "digits";
        }
    };

    static final ReadRules RULES = rules(Dialect.STANDARD);

    private TestingReads() {}

    /** All that a file gave; a record is its cells. */
    record Result(FileLayout layout, List<Row> rows, List<Reject> rejects, long recordsRead) {

        List<List<String>> cells() {
            return rows.stream().map(Row::cells).toList();
        }

        List<String> rejected() {
            return rejects.stream()
                    .map(reject -> reject.line() + " " + reject.reason().code())
                    .toList();
        }
    }

    record Row(long line, long timeMicros, List<String> cells, long hashHigh, long hashLow) {}

    static ReadRules rules(Dialect dialect) {
        return new ReadRules(
                ACME,
                dialect,
                ColumnRoles.STANDARD,
                DIGITS,
                PersonalData.NONE,
                RowIdentity.FINGERPRINT,
                Limits.DEFAULT);
    }

    static ReadRules with(Limits limits) {
        return with(Dialect.STANDARD, limits);
    }

    static ReadRules with(Dialect dialect, Limits limits) {
        return new ReadRules(
                ACME, dialect, ColumnRoles.STANDARD, DIGITS, PersonalData.NONE, RowIdentity.FINGERPRINT, limits);
    }

    static Result read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), RULES);
    }

    static Result read(byte[] bytes, ReadRules rules) {
        return read(new ByteArrayInputStream(bytes), rules);
    }

    static Result read(InputStream bytes, ReadRules rules) {
        return read(bytes, rules, 128 << 10);
    }

    static Result read(InputStream bytes, ReadRules rules, int window) {
        List<Row> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        try (AuditLogReader reader = AuditLogReader.open(bytes, rules, rejects::add, window)) {
            while (reader.next()) {
                rows.add(row(reader));
            }
            return new Result(reader.layout(), rows, rejects, reader.recordsRead());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Row row(AuditLogReader reader) {
        AuditLogRecord record = reader.record();
        List<String> cells = new ArrayList<>();
        for (FileColumn column : reader.layout().columns()) {
            cells.add(record.text(column.index()));
        }
        return new Row(record.line(), record.timeMicros(), cells, record.hashHigh(), record.hashLow());
    }
}
