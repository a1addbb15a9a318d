package dev.wau.proof.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.csv.RowIdentity;
import dev.wau.load.FileRows;
import dev.wau.load.FileState;
import dev.wau.load.FileVersion;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.Verifier;
import dev.wau.load.Warehouse;
import dev.wau.model.FileId;
import dev.wau.progress.Progress;
import dev.wau.proof.Differences;
import dev.wau.testing.activity.ActivityData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the warehouse with the oracle. */
final class Tables {

    private final Warehouse warehouse;
    private final Bucket bucket;
    private final Policies policies;
    private final Tally tally;

    Tables(Warehouse warehouse, Bucket bucket, Policies policies, Tally tally) {
        this.warehouse = warehouse;
        this.bucket = bucket;
        this.policies = policies;
        this.tally = tally;
    }

    /**
     * At any time: the tables are what the history says of itself, nothing half-visible. The tables' own checks are left to
     * the end: they are a dozen queries, and would be half of the proof's time.
     */
    void requireWhole() {
        List<HistoryFile> files = warehouse.history().files(LoadHistory.Filter.ALL);
        requireOneLiveVersion(files);
        List<HistoryFile> loaded =
                files.stream().filter(file -> file.state() == FileState.LOADED).toList();
        List<Oracle.Standing> standing = loaded.stream().map(this::standing).toList();
        List<FoundRow> rows = read(loaded);
        requireEqual(Oracle.table(identity(), standing), standing, rows);
    }

    /** At the end: the table is what the oracle says of the surviving files. */
    void requireConverged(List<Oracle.Standing> surviving) {
        List<HistoryFile> loaded =
                warehouse.history().files(new LoadHistory.Filter(null, null, FileState.LOADED, Integer.MAX_VALUE));
        List<FoundRow> rows = read(loaded);
        requireEqual(Oracle.table(identity(), surviving), surviving, rows);
        ReportComparison.requireEqual(
                warehouse.activity(), rows.stream().map(FoundRow::event).toList());
        assertThat(new Verifier(bucket.store(), warehouse.history(), policies, Limits.DEFAULT, Progress.NONE)
                        .verify(LoadHistory.Filter.ALL)
                        .findings())
                .as("findings of verify")
                .isEmpty();
    }

    /** The rejects of the files that stand, by {@link Bucket#rejecting}. */
    void requireRejects(SortedMap<String, ExportedFile> surviving) {
        SortedMap<String, List<Oracle.Refused>> expected = new TreeMap<>();
        surviving.forEach((key, file) -> {
            if (!Oracle.rejects(file).isEmpty()) {
                expected.put(key, Oracle.rejects(file));
            }
        });
        SortedMap<String, List<Oracle.Refused>> found = new TreeMap<>();
        for (LoadHistory.HistoryReject reject : warehouse.history().rejects(LoadHistory.Filter.ALL)) {
            FileVersion version = reject.file().version();
            String key = version.key().path();
            if (!bucket.isAnnounced(key)) {
                continue;
            }
            found.computeIfAbsent(bucket.rejecting(key, version.sha256().hex()), none -> new ArrayList<>())
                    .add(new Oracle.Refused(reject.line(), reject.reason().code()));
        }
        assertThat(found).as("rejects").isEqualTo(expected);
    }

    private RowIdentity identity() {
        return policies.duplicates();
    }

    private Oracle.Standing standing(HistoryFile file) {
        String sha256 = file.version().sha256().toString();
        ExportedFile content = bucket.content(file.version().key().path(), sha256);
        return new Oracle.Standing(file.version().customer().name(), file.id().toString(), content);
    }

    private static void requireOneLiveVersion(List<HistoryFile> files) {
        Set<String> live = new HashSet<>();
        for (HistoryFile file : files) {
            if (file.isLive()) {
                assertThat(live.add(file.version().key().path()))
                        .as("one live version of %s", file.version().key())
                        .isTrue();
            }
        }
    }

    private record FoundRow(String customer, Oracle.Good good, ActivityData.Event event) {}

    /** The rows of the table; each file's accounting is checked by the way. */
    private List<FoundRow> read(List<HistoryFile> loaded) {
        Map<FileId, HistoryFile> files = new HashMap<>();
        loaded.forEach(file -> files.put(file.id(), file));
        Map<FileId, Long> carried = new HashMap<>();
        Map<FileId, Long> suppressed = new HashMap<>();
        List<FoundRow> found = new ArrayList<>();
        try (FileRows rows = warehouse.history().rows(files.keySet())) {
            while (rows.next()) {
                (rows.suppressed() ? suppressed : carried).merge(rows.file(), 1L, Long::sum);
                HistoryFile file = files.get(rows.file());
                assertThat(file).as("the file of a row").isNotNull();
                if (!rows.suppressed()) {
                    found.add(new FoundRow(file.version().customer().name(), good(rows), event(file, rows)));
                }
            }
        }
        for (HistoryFile file : loaded) {
            requireAccounting(file, carried.getOrDefault(file.id(), 0L), suppressed.getOrDefault(file.id(), 0L));
        }
        return found;
    }

    private void requireAccounting(HistoryFile file, long carried, long suppressed) {
        var counts = file.counts();
        assertThat(List.of(counts.loaded(), counts.suppressed(), counts.read()))
                .as("loaded, suppressed and read of %s", file.version().key())
                .isEqualTo(List.of(carried, suppressed, carried + suppressed + counts.rejected()));
        int good = Oracle.good(standing(file).customer(), standing(file).file()).size();
        assertThat(carried + suppressed)
                .as("records of %s", file.version().key())
                .isEqualTo(good);
    }

    private static ActivityData.Event event(HistoryFile file, FileRows rows) {
        return new ActivityData.Event(
                file.version().customer(),
                Instant.EPOCH.plus(rows.timeMicros(), ChronoUnit.MICROS),
                String.valueOf(rows.text("event")),
                rows.text("user_id"),
                file.id());
    }

    private static Oracle.Good good(FileRows rows) {
        SortedMap<String, String> cells = new TreeMap<>();
        Set<String> columns = new TreeSet<>(rows.columns());
        columns.add("details");
        columns.remove("unique_identifier");
        for (String column : columns) {
            String text = rows.text(column);
            if (text != null) {
                cells.put(column, text);
            }
        }
        String identifier = rows.text("unique_identifier");
        return new Oracle.Good(identifier == null ? "" : identifier, Oracle.content(rows.timeMicros(), cells));
    }

    private void requireEqual(
            SortedMap<String, Integer> expected, Collection<Oracle.Standing> files, List<FoundRow> rows) {
        SortedMap<String, Integer> found = new TreeMap<>();
        rows.forEach(row -> found.merge(Oracle.row(identity(), row.customer(), row.good()), 1, Integer::sum));
        tally.rows(rows.size());
        assertThat(Differences.between(expected, found))
                .as("rows: expected, found")
                .isEmpty();
        if (identity() == RowIdentity.IDENTIFIER) {
            Set<String> contents = new HashSet<>();
            files.forEach(file -> Oracle.good(file.customer(), file.file())
                    .forEach(good -> contents.add(file.customer() + " " + good.content())));
            rows.forEach(row -> assertThat(contents)
                    .contains(row.customer() + " " + row.good().content()));
        }
    }
}
