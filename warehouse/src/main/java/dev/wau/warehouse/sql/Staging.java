package dev.wau.warehouse.sql;

import dev.wau.csv.FileLayout;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileToLoad;
import dev.wau.load.LoadRun;
import dev.wau.load.StagedFile;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first half of a load: files into rows, typed ({@link Landing}), and, where they go straight, compared while they are
 * read. Each file is opened twice: for its header, so that the columns are known, then for its records.
 */
final class Staging implements AutoCloseable {

    private final Session session;
    private final LoadRun run;
    private final Rollup rollup;
    private final Landing landing;
    private final StagedSpans spans;
    private final RejectSpool rejects = new RejectSpool();
    private final Map<FileId, Entry> entries = new HashMap<>();
    private final long lastFileId;
    private @Nullable Repeats repeats;
    private final Splitting splitting = Splitting.standard();
    private boolean readAgain;
    private boolean rowsTouched;

    /**
     * A staged file.
     *
     * @param further the columns beyond the fixed ones that it fills
     * @param countings its records, counted for the rollup, in {@link CountingSpool}; one for each part
     */
    record Entry(StagedFile file, Set<String> further, List<Long> countings) {}

    /**
     * @param lastFileId the highest number that files of earlier runs have
     */
    Staging(Session session, LoadRun run, Rollup rollup, long lastFileId) {
        this.session = session;
        this.run = run;
        this.rollup = rollup;
        this.lastFileId = lastFileId;
        this.landing = new Landing(session);
        this.spans = new StagedSpans(session);
    }

    /** The run reads or changes rows of the tables from now on. */
    void rowsTouched() {
        rowsTouched = true;
    }

    /** Where the rows are. */
    Landing landing() {
        return landing;
    }

    /** The rejects of all files that were read. */
    RejectSpool rejects() {
        return rejects;
    }

    /** What is staged and wasn't dropped. */
    Map<FileId, Entry> entries() {
        return entries;
    }

    /** The columns beyond the fixed ones that the staged files fill. */
    Set<String> further() {
        Set<String> further = new TreeSet<>();
        entries.values().forEach(entry -> further.addAll(entry.further()));
        return further;
    }

    /** The hashes of which several rows may be staged; null if only the rows know. */
    @Nullable
    List<UUID> suspects() {
        if (repeats == null || readAgain || !session.dialect().comparesWhileFed()) {
            return null;
        }
        return repeats.tooMany() || landing.isStraight() ? null : repeats.suspects();
    }

    List<StagedFile> stage(List<FileToLoad> files, Progress.Stage progress) {
        Map<FileToLoad, FileLayout> layouts = new LinkedHashMap<>();
        Map<FileId, StagedFile> results = new HashMap<>();
        Map<FileId, FileHeader> headers = session.dialect().headers(files);
        for (FileToLoad file : files) {
            FileHeader header = Objects.requireNonNull(headers.get(file.id()));
            if (header.refusal() != null) {
                results.put(file.id(), refused(file, header.refusal()));
                progress.advance(file.version().bytes(), 1);
            } else {
                layouts.put(file, Objects.requireNonNull(header.layout()));
            }
        }
        List<FileToFeed> accepted = new ArrayList<>();
        ColumnPlan plan = ColumnPlan.of(knownColumns(), Set.copyOf(layouts.values()), run.columns(), run.maxColumns());
        Map<FileLayout, List<ColumnPlan.Cell>> cells = new HashMap<>();
        layouts.forEach((file, layout) -> plan.refusal(layout)
                .ifPresentOrElse(
                        refusal -> {
                            results.put(file.id(), refused(file, refusal));
                            progress.advance(file.version().bytes(), 1);
                        },
                        () -> accepted.add(FileToFeed.of(file, layout, cells.computeIfAbsent(layout, plan::cells)))));
        if (!accepted.isEmpty()) {
            if (!rowsTouched && !plan.added().isEmpty()) {
                session.dialect().columnsComing(plan.added());
            }
            read(accepted, progress, results);
        }
        return files.stream()
                .map(file -> Objects.requireNonNull(results.get(file.id())))
                .toList();
    }

    private Set<String> knownColumns() {
        Set<String> known = Tables.furtherColumns(session);
        entries.values().forEach(entry -> known.addAll(entry.further()));
        return known;
    }

    private void read(List<FileToFeed> files, Progress.Stage progress, Map<FileId, StagedFile> results) {
        boolean first = entries.isEmpty() && repeats == null;
        Straight straight = new Straight(session, run.identity(), spans, lastFileId);
        boolean writesStraight = first && session.dialect().comparesWhileFed() && straight.isWorthwhile(files);
        List<FileToFeed> toFeed =
                writesStraight ? files.stream().map(Straight::expecting).toList() : files;
        landing.columns(StagedColumns.further(files), writesStraight);
        readAgain = !first;
        repeats = straight.repeats(files);
        try (ApartRows apart = new ApartRows(files)) {
            Feeding feeding = new Feeding(
                    toFeed,
                    StagedColumns.of(files),
                    rejects,
                    repeats,
                    writesStraight ? apart : null,
                    rollup::counting,
                    progress,
                    splitting);
            if (!rowsTouched) {
                session.dialect().aboutToRead(session);
            }
            landing.arrived(ids(files), writesStraight, feed(feeding));
            take(feeding, results);
            readAgain(feeding, progress, results);
            session.dialect().fed(session, run.identity());
            rowsTouched = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spans.clear();
        drop(results.values().stream()
                .filter(file -> file.refusal() != null)
                .map(file -> file.file().id())
                .toList());
    }

    /** In one go, all of it into {@code staged}: what was read of it before is in {@link Repeats}, so all would be apart. */
    private void readAgain(Feeding before, Progress.Stage progress, Map<FileId, StagedFile> results) {
        List<FileToFeed> files = before.again();
        if (files.isEmpty()) {
            return;
        }
        readAgain = true;
        landing.drop(ids(files));
        Feeding feeding = new Feeding(
                files, before.columns(), rejects, before.repeats(), null, rollup::counting, progress, splitting.none());
        landing.arrived(ids(files), false, feed(feeding));
        take(feeding, results);
    }

    private static List<FileId> ids(List<FileToFeed> files) {
        return files.stream().map(file -> file.file().id()).toList();
    }

    private long feed(Feeding feeding) {
        long straight;
        try {
            straight = session.dialect().feed(session, feeding);
        } catch (WauException e) {
            feeding.rethrow();
            throw e;
        }
        feeding.rethrow();
        return straight;
    }

    private void take(Feeding feeding, Map<FileId, StagedFile> results) {
        Map<List<ColumnPlan.Cell>, Set<String>> further = new HashMap<>();
        for (FileToFeed file : feeding.read()) {
            FileId id = file.file().id();
            StagedFile result = Objects.requireNonNull(feeding.result(id), "a file was not read");
            results.put(id, result);
            if (result.refusal() == null) {
                Set<String> columns = further.computeIfAbsent(file.cells(), StagedColumns::further);
                entries.put(id, new Entry(result, columns, feeding.counted(id)));
            }
        }
    }

    /** The spans of time that the staged files cover; {@link StagedSpans} says the same of each customer. */
    List<TimeSpans.Span> spans() {
        Map<Customer, List<TimeSpans.Span>> ofCustomer = new TreeMap<>();
        for (Entry entry : entries.values()) {
            Instant first = entry.file().firstEvent();
            Instant last = entry.file().lastEvent();
            if (first != null && last != null) {
                ofCustomer
                        .computeIfAbsent(entry.file().file().version().customer(), customer -> new ArrayList<>())
                        .add(new TimeSpans.Span(first, last));
            }
        }
        return spans.fill(ofCustomer);
    }

    /** Forgets everything staged but these files. */
    void keepOnly(Collection<FileId> files) {
        drop(entries.keySet().stream().filter(id -> !files.contains(id)).toList());
        entries.keySet().retainAll(files);
    }

    /** The staged rows are compared with each other and with the table's. */
    void compared() {
        repeats = null;
    }

    /** Everything staged entered. */
    void entered() {
        spans.clear();
        entries.clear();
        readAgain = false;
    }

    /** The run stages no more: forgets what didn't enter. */
    void end() {
        keepOnly(Set.of());
        landing.close();
    }

    private void drop(Collection<FileId> files) {
        if (!files.isEmpty()) {
            landing.drop(files);
        }
    }

    @Override
    public void close() {
        try {
            rejects.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StagedFile refused(FileToLoad file, FileRefusedException refusal) {
        return new StagedFile(file, 0, 0, null, null, refusal);
    }
}
