package dev.wau.csv;

import dev.wau.csv.TestingReads.Result;
import dev.wau.csv.TestingReads.Row;
import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file that was read in ranges, as machines would that share nothing but the header's bytes.
 *
 * @param counts no range was lost or refused
 */
record TestingRanges(Result result, List<FileRange> ranges, boolean counts) {

    static TestingRanges read(byte[] file, ReadRules rules, int window, int size) {
        try (AuditLogReader header = open(file, rules, window)) {
            FilePlace start = header.recordsFrom().orElseThrow();
            List<FileRange> ranges = FileRanges.of(start, file.length, scans(file, start.offset(), size));
            byte[] head = Arrays.copyOf(file, (int) start.offset());
            List<Row> rows = new ArrayList<>();
            List<Reject> rejects = new ArrayList<>();
            long read = 0;
            boolean counts = true;
            for (FileRange range : ranges) {
                try (AuditLogReader reader =
                        open(head, rules, window).range(range, from(file, range.from()), rejects::add)) {
                    counts &= read(reader, rows);
                    read += reader.recordsRead();
                }
            }
            return new TestingRanges(new Result(header.layout(), rows, rejects, read), ranges, counts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static AuditLogReader open(byte[] bytes, ReadRules rules, int window) throws IOException {
        return AuditLogReader.open(new ByteArrayInputStream(bytes), rules, reject -> {}, window);
    }

    /** The scans of all bytes from here on, of so many bytes each. */
    static List<RangeScan> scans(byte[] file, long start, int size) throws IOException {
        List<RangeScan> scans = new ArrayList<>();
        for (long from = start; from < file.length; from += size) {
            scans.add(RangeScan.of(from(file, from), from, Math.min(file.length, from + size)));
        }
        return scans;
    }

    private static InputStream from(byte[] file, long from) throws IOException {
        InputStream bytes = new SlowInput(file, 11, 4);
        bytes.skipNBytes(from);
        return bytes;
    }

    private static boolean read(AuditLogReader reader, List<Row> rows) throws IOException {
        try {
            while (reader.next()) {
                rows.add(TestingReads.row(reader));
            }
            return !reader.lost();
        } catch (FileRefusedException refusal) {
            return false;
        }
    }
}
