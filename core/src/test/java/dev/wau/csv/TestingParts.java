package dev.wau.csv;

import dev.wau.csv.TestingReads.Result;
import dev.wau.csv.TestingReads.Row;
import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that was read in parts, one after the other.
 *
 * @param counts no part was lost or refused
 */
record TestingParts(Result result, int parts, boolean counts) {

    static TestingParts read(InputStream bytes, ReadRules rules, int window, int size) {
        List<Row> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        try (AuditLogReader file = AuditLogReader.open(bytes, rules, rejects::add, window);
                AuditLogParts cut = file.parts(size)) {
            long read = 0;
            int count = 0;
            boolean counts = true;
            for (AuditLogReader part = cut.next(rejects::add); part != null; part = cut.next(rejects::add)) {
                count++;
                counts &= read(part, rows);
                read += part.recordsRead();
            }
            return new TestingParts(new Result(file.layout(), rows, rejects, read), count, counts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean read(AuditLogReader reader, List<Row> rows) throws IOException {
        try (AuditLogReader part = reader) {
            while (part.next()) {
                rows.add(TestingReads.row(part));
            }
            return !part.lost();
        } catch (FileRefusedException refusal) {
            return false;
        }
    }
}
