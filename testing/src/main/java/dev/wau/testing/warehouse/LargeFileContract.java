package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.AuditLogReader;
import dev.wau.load.FileCounts;
import dev.wau.load.FileRows;
import dev.wau.load.LoadHistory;
import dev.wau.model.FileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that several threads may read at once is what one reader makes of it. */
public abstract class LargeFileContract extends WarehouseSetting {

    private static final int BYTES = 18 << 20;
    private static final String WIDE = "w".repeat(2_000);
    private static final String GOOD = "2025-01-06 08:00:00,login,user NUMBER," + WIDE + "\n";
    private static final String SAME = "2025-01-06 08:00:00,login,ann," + WIDE + "\n";
    private static final String TWO_LINES = "2025-01-06 08:00:01,login,user NUMBER,\"" + WIDE + "\r\n, \"\"\"\n";
    private static final String BAD = "yesterday,login,\"a\nb\"," + WIDE + "\n";
    private static final String BROKEN = "2025-01-06 08:00:01,login,bob,\"" + WIDE + "\"x\"\"\n";
    private static final String STRAY = "2025-01-06 08:00:01,login,bob,5\"\n";

    private static final String MISLEADING = large(BYTES / 2, GOOD, SAME, BAD, GOOD) + STRAY + large(BYTES, TWO_LINES);

    @Test
    void aLargeFileHasItsRecordsLinesAndRejects() throws IOException {
        requireAsRead(large(BYTES, GOOD, TWO_LINES, SAME, BAD, BROKEN, TWO_LINES, GOOD));
    }

    /** Guesses where its records end are wrong from the stray quote on. */
    @Test
    void aLargeFileWhoseQuotesMisleadHasThemToo() throws IOException {
        requireAsRead(MISLEADING);
    }

    @Test
    void aLargeFileOfWhichNoTimeIsExpectedToo() throws IOException {
        loads.hints(Hints.ABSENT);
        requireAsRead(MISLEADING);
    }

    private static String large(int bytes, String... records) {
        StringBuilder text = new StringBuilder(bytes + 10_000);
        for (int i = 0; text.length() < bytes; i++) {
            text.append(records[i % records.length].replace("NUMBER", Integer.toString(i)));
        }
        return text.toString();
    }

    private void requireAsRead(String records) throws IOException {
        String text = HEADER.replace("\n", ",extra\n") + records;
        FileId id = loads.load("acme/large.csv", text);
        List<String> rows = new ArrayList<>();
        List<String> rejects = new ArrayList<>();
        try (AuditLogReader reader = loads.file(id, "acme/large.csv", text)
                .open(reject -> rejects.add(reject.line() + " " + reject.message()))) {
            while (reader.next()) {
                rows.add(reader.record().line() + " "
                        + reader.record().text(reader.layout().header().size() - 1));
            }
            assertThat(loads.history(id).counts())
                    .isEqualTo(new FileCounts(reader.recordsRead(), rows.size(), rejects.size(), 0));
        }
        assertThat(rowsOf(id)).isEqualTo(rows);
        assertThat(warehouse.history().rejects(new LoadHistory.Filter(null, null, null, Integer.MAX_VALUE)))
                .extracting(reject -> reject.line() + " " + reject.message())
                .isEqualTo(rejects);
    }

    private List<String> rowsOf(FileId file) {
        List<String> found = new ArrayList<>();
        try (FileRows rows = warehouse.history().rows(file)) {
            while (rows.next()) {
                found.add(rows.line() + " " + rows.text("extra"));
            }
        }
        return found;
    }
}
