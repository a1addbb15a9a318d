package dev.wau.load;

import dev.wau.config.Policies;
import dev.wau.csv.AuditLogReader;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.load.Finding.Kind;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.FileRefusedException;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves the accounting from both ends: reads every loaded file again with the one reader, compares each record with its
 * row cell by cell and each row with its record, then the tables with each other. Changes nothing. Thread-safe.
 */
public final class Verifier {

    /** Findings kept of one file; the rest are counted. */
    public static final int MOST_FINDINGS_A_FILE = 20;

    private static final int GROUP_FILES = 200;
    private static final long GROUP_BYTES = 32 << 20;

    private final ObjectStore central;
    private final LoadHistory history;
    private final Policies policies;
    private final Limits limits;
    private final Progress progress;

    public Verifier(ObjectStore central, LoadHistory history, Policies policies, Limits limits, Progress progress) {
        this.central = central;
        this.history = history;
        this.policies = policies;
        this.limits = limits;
        this.progress = progress;
    }

    /** Verifies the files that the filter selects; the tables as a whole when it selects all. */
    public VerifyResult verify(LoadHistory.Filter filter) {
        List<HistoryFile> all = history.files(filter);
        if (all.isEmpty() && !filter.equals(LoadHistory.Filter.ALL)) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot verify: the load history has no such file or customer ('wau history' lists all)");
        }
        List<HistoryFile> live = all.stream().filter(HistoryFile::isLive).toList();
        Tally tally = new Tally(all, policies.sameKey() == Policies.SameKey.IGNORE);
        long bytes = live.stream().mapToLong(file -> file.version().bytes()).sum();
        try (Progress.Stage stage = progress.start("verify", bytes, live.size())) {
            inGroups(live, FileState.COPY, group -> verifyCopies(group, tally, stage));
            inGroups(live, FileState.LOADED, group -> verify(group, tally, stage));
        }
        if (filter.equals(LoadHistory.Filter.ALL)) {
            history.inconsistencies().forEach(message -> tally.add(new Finding(null, 0, Kind.TABLES_DIFFER, message)));
            findUnknown(all, tally);
            new MarkerCheck(central, history, all).run(tally::add);
        }
        return new VerifyResult(tally.files, tally.records, tally.rows, tally.findings);
    }

    /** Files of this state by id, so many at a time that their rows are worth one query and fit into little memory. */
    private static void inGroups(List<HistoryFile> live, FileState state, Consumer<List<HistoryFile>> verify) {
        List<HistoryFile> group = new ArrayList<>();
        long bytes = 0;
        for (HistoryFile file : live.stream()
                .filter(file -> file.state() == state)
                .sorted(Comparator.comparing(HistoryFile::id))
                .toList()) {
            group.add(file);
            bytes += file.version().bytes();
            if (group.size() == GROUP_FILES || bytes > GROUP_BYTES) {
                verify.accept(group);
                group.clear();
                bytes = 0;
            }
        }
        if (!group.isEmpty()) {
            verify.accept(group);
        }
    }

    private void verify(List<HistoryFile> group, Tally tally, Progress.Stage stage) {
        List<FileId> ids = group.stream().map(HistoryFile::id).toList();
        RejectsInTurn rejects = new RejectsInTurn(history, ids);
        try (StandingFiles standing = StandingFiles.of(central, group);
                RowsInTurn rows = new RowsInTurn(history.rows(ids))) {
            for (HistoryFile file : group) {
                StoredObject object = find(file, standing, tally);
                if (object != null) {
                    compare(file, standing.read(object), rows, rejects, tally);
                }
                stage.advance(file.version().bytes(), 1);
            }
        }
    }

    private void verifyCopies(List<HistoryFile> group, Tally tally, Progress.Stage stage) {
        try (StandingFiles standing = StandingFiles.of(central, group)) {
            for (HistoryFile file : group) {
                StoredObject object = find(file, standing, tally);
                if (object != null) {
                    Sha256 now = new ContentDigest().of(object.key(), standing.read(object));
                    if (!now.equals(file.version().sha256()) && !tally.explains(object.key(), now)) {
                        tally.add(changed(object.key()));
                    }
                }
                stage.advance(file.version().bytes(), 1);
            }
        }
    }

    private static @Nullable StoredObject find(HistoryFile file, StandingFiles standing, Tally tally) {
        ObjectKey key = file.version().key();
        StoredObject object = standing.find(key);
        if (object == null) {
            tally.add(new Finding(
                    key, 0, Kind.OBJECT_GONE, "loaded, but nothing stands there any more ('wau unload " + key + "')"));
        }
        return object;
    }

    private static Finding changed(ObjectKey key) {
        return new Finding(key, 0, Kind.OBJECT_CHANGED, "changed after it was loaded ('wau reload " + key + "')");
    }

    private static Finding unreadable(ObjectKey key, @Nullable String why) {
        return new Finding(key, 0, Kind.OBJECT_CHANGED, "loaded, but can't be read any more: " + why);
    }

    private void compare(HistoryFile file, InputStream bytes, RowsInTurn rows, RejectsInTurn kept, Tally tally) {
        ObjectKey key = file.version().key();
        ReadRules rules =
                ReadRules.central(file.version().customer(), history.identity().orElse(policies.duplicates()), limits);
        ContentDigest digest = new ContentDigest();
        FileFindings findings = new FileFindings(key);
        RejectComparison rejects = new RejectComparison(file, kept, findings);
        try (AuditLogReader reader = AuditLogReader.open(digest.through(bytes), rules, rejects)) {
            FileComparison comparison = new FileComparison(file, reader, rows, findings);
            comparison.run();
            rejects.end();
            tally.files++;
            tally.records += reader.recordsRead();
            tally.rows += comparison.rows();
            Sha256 now = digest.sha256();
            if (!now.equals(file.version().sha256())) {
                if (!tally.explains(key, now)) {
                    tally.add(changed(key));
                }
                return;
            }
            tally.findings.addAll(findings.list());
            if (!comparison.spans(file.firstEvent(), file.lastEvent())) {
                tally.add(new Finding(
                        key,
                        0,
                        Kind.ROW_DIFFERS,
                        "the history's first or last event is not the file's ('wau reload " + key + "')"));
            }
            checkAccounting(file, reader, comparison.rows(), tally);
        } catch (FileRefusedException e) {
            tally.add(unreadable(key, e.messageWithoutHeader()));
        } catch (IOException e) {
            tally.add(unreadable(key, e.getMessage()));
        }
    }

    /** The history's counts against the file: what aggregation rejected is not in it, so it can only be less. */
    private static void checkAccounting(HistoryFile file, AuditLogReader reader, long rows, Tally tally) {
        FileCounts counts = file.counts();
        ObjectKey key = file.version().key();
        if (counts.loaded() + counts.suppressed() != rows) {
            tally.add(new Finding(
                    key,
                    0,
                    Kind.ROW_MISSING,
                    String.format(
                            Locale.ROOT,
                            "the history counts %,d rows and %,d suppressed, the tables hold %,d ('wau reload %s')",
                            counts.loaded(),
                            counts.suppressed(),
                            rows,
                            key)));
        }
        long rejectedAtSource = counts.read() - reader.recordsRead();
        if (rejectedAtSource < 0 || counts.rejected() != reader.recordsRejected() + rejectedAtSource) {
            tally.add(new Finding(
                    key,
                    0,
                    Kind.REJECTS_DIFFER,
                    String.format(
                            Locale.ROOT,
                            "the history counts %,d read and %,d rejected, the file has %,d and %,d ('wau reload %s')",
                            counts.read(),
                            counts.rejected(),
                            reader.recordsRead(),
                            reader.recordsRejected(),
                            key)));
        }
    }

    private void findUnknown(List<HistoryFile> all, Tally tally) {
        Set<ObjectKey> known = new HashSet<>();
        all.forEach(file -> known.add(file.version().key()));
        try (Stream<StoredObject> objects = central.list("csv/")) {
            objects.filter(object -> !known.contains(object.key()))
                    .forEach(object -> tally.add(new Finding(
                            object.key(),
                            0,
                            Kind.NOT_LOADED,
                            "stands in the central bucket, not loaded ('wau load')")));
        }
    }

    /** What was seen so far. */
    private static final class Tally {
        private final Set<String> versions = new HashSet<>();
        private final boolean changesIgnored;
        private final List<Finding> findings = new ArrayList<>();
        private long files;
        private long records;
        private long rows;

        Tally(List<HistoryFile> known, boolean changesIgnored) {
            this.changesIgnored = changesIgnored;
            known.forEach(file ->
                    versions.add(version(file.version().key(), file.version().sha256())));
        }

        /** Whether the object holds another version that the history knows: one that a policy kept beside this, or out. */
        boolean explains(ObjectKey key, Sha256 now) {
            return changesIgnored || versions.contains(version(key, now));
        }

        private static String version(ObjectKey key, Sha256 content) {
            return content + " " + key;
        }

        void add(Finding finding) {
            findings.add(finding);
        }
    }
}
