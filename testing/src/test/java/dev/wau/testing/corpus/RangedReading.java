package dev.wau.testing.corpus;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.FilePlace;
import dev.wau.csv.FileRange;
import dev.wau.csv.FileRanges;
import dev.wau.csv.RangeScan;
import dev.wau.csv.ReadRules;
import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading a file gave.
 *
 * @param records lines, hashes and cells
 * @param complete nothing was refused, and no range lost
 */
record RangedReading(List<String> records, List<Reject> rejects, boolean complete) {

    /** In one go. */
    static RangedReading whole(byte[] file, ReadRules rules) throws IOException {
        List<String> records = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        try (AuditLogReader reader = AuditLogReader.open(new ByteArrayInputStream(file), rules, rejects::add)) {
            return new RangedReading(records, rejects, read(reader, records));
        }
    }

    /** Whether the file can be read in ranges. */
    static boolean isPossible(byte[] file, ReadRules rules) throws IOException {
        try (AuditLogReader reader = header(file, rules)) {
            return reader.recordsFrom().isPresent();
        } catch (FileRefusedException refused) {
            return false;
        }
    }

    /** In ranges, from scans of so many bytes. */
    static RangedReading ranges(byte[] file, ReadRules rules, int size) throws IOException {
        List<String> records = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        boolean complete = true;
        try (AuditLogReader header = header(file, rules)) {
            FilePlace start = header.recordsFrom().orElseThrow();
            for (FileRange range : FileRanges.of(start, file.length, scans(file, start.offset(), size))) {
                try (AuditLogReader reader = header.range(range, from(file, range.from()), rejects::add)) {
                    complete &= read(reader, records);
                }
            }
        }
        return new RangedReading(records, rejects, complete);
    }

    private static AuditLogReader header(byte[] file, ReadRules rules) throws IOException {
        return AuditLogReader.open(new ByteArrayInputStream(file), rules, reject -> {});
    }

    private static List<RangeScan> scans(byte[] file, long start, int size) throws IOException {
        List<RangeScan> scans = new ArrayList<>();
        for (long from = start; from < file.length; from += size) {
            scans.add(RangeScan.of(from(file, from), from, Math.min(file.length, from + size)));
        }
        return scans;
    }

    private static InputStream from(byte[] file, long from) {
        int start = (int) from;
        return new ByteArrayInputStream(file, start, file.length - start);
    }

    private static boolean read(AuditLogReader reader, List<String> records) throws IOException {
        try {
            int columns = reader.layout().columns().size();
            while (reader.next()) {
                records.add(text(reader.record(), columns));
            }
            return !reader.lost();
        } catch (FileRefusedException refused) {
            return false;
        }
    }

    private static String text(AuditLogRecord record, int columns) {
        StringBuilder text = new StringBuilder()
                .append(record.line())
                .append(' ')
                .append(record.hashHigh())
                .append(' ')
                .append(record.hashLow());
        for (int column = 0; column < columns; column++) {
            text.append(" [").append(record.text(column)).append(']');
        }
        return text.toString();
    }
}
