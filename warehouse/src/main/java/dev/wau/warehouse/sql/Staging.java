package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.FileLayout;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileToLoad;
import dev.wau.load.LoadRun;
import dev.wau.load.StagedFile;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first half of a load: files into the temporary table {@code staged}, typed but not yet compared with anything. Each
 * file is opened twice: for its header, so that the table's columns are known, then for its records.
 */
final class Staging {

    private static final String CREATE = """
            CREATE TEMP TABLE staged (
                customer ${text}, event_time TIMESTAMP, file_id BIGINT, line BIGINT, event_hash UUID,
                "reject reason" ${text}, details ${text})""";

    private static final String CREATE_SPANS = """
            CREATE TEMP TABLE staged_spans (
                customer ${text}, first_event_time TIMESTAMP, last_event_time TIMESTAMP)""";

    private final Session session;
    private final LoadRun run;
    private final Map<FileId, Entry> entries = new HashMap<>();
    private final Set<String> columns = new TreeSet<>();
    private boolean rowsTouched;

    /**
     * A staged file.
     *
     * @param further the columns beyond the fixed ones that it fills
     */
    record Entry(StagedFile file, Set<String> further) {}

    Staging(Session session, LoadRun run) {
        this.session = session;
        this.run = run;
        session.update(CREATE.replace("${text}", Tables.text(session)));
        session.update(CREATE_SPANS.replace("${text}", Tables.text(session)));
        addColumns(ColumnPlan.FIXED);
    }

    /** The run reads or changes rows of the tables from now on. */
    void rowsTouched() {
        rowsTouched = true;
    }

    /** What is staged and wasn't dropped. */
    Map<FileId, Entry> entries() {
        return entries;
    }

    List<StagedFile> stage(List<FileToLoad> files, Progress.Stage progress) {
        Map<FileToLoad, FileLayout> layouts = new LinkedHashMap<>();
        Map<FileId, StagedFile> results = new HashMap<>();
        for (FileToLoad file : files) {
            try (AuditLogReader reader = file.opener().open(reject -> {})) {
                layouts.put(file, reader.layout());
            } catch (FileRefusedException refusal) {
                results.put(file.id(), refused(file, refusal));
                progress.advance(file.version().bytes(), 1);
            } catch (IOException e) {
                throw new WauException(
                        ErrorCode.STORE_FAILED, "Cannot read " + file.version().key() + ": " + e.getMessage(), e);
            }
        }
        List<FileToFeed> accepted = new ArrayList<>();
        ColumnPlan plan = ColumnPlan.of(knownColumns(), layouts.values(), run.columns(), run.maxColumns());
        layouts.forEach((file, layout) -> plan.refusal(layout)
                .ifPresentOrElse(
                        refusal -> {
                            results.put(file.id(), refused(file, refusal));
                            progress.advance(file.version().bytes(), 1);
                        },
                        () -> accepted.add(new FileToFeed(file, layout, plan.cells(layout)))));
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
        List<String> texts = StagedColumns.of(files);
        addColumns(texts);
        Feeding feeding = new Feeding(files, texts, progress);
        feed(feeding);
        take(feeding, files, results);
        drop(results.values().stream()
                .filter(file -> file.refusal() != null)
                .map(file -> file.file().id().value())
                .toList());
    }

    private void feed(Feeding feeding) {
        try {
            session.dialect().feed(session, feeding);
        } catch (WauException e) {
            feeding.rethrow();
            throw e;
        }
        feeding.rethrow();
    }

    private void take(Feeding feeding, List<FileToFeed> files, Map<FileId, StagedFile> results) {
        for (FileToFeed file : files) {
            FileId id = file.file().id();
            StagedFile result = Objects.requireNonNull(feeding.result(id), "a file was not read");
            results.put(id, result);
            if (result.refusal() == null) {
                entries.put(id, new Entry(result, StagedColumns.further(file.cells())));
            }
        }
    }

    /**
     * The spans of time that the staged files cover; {@code staged_spans} says the same of each customer. Both are for
     * looking up.
     */
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
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ofCustomer.forEach((customer, spans) -> TimeSpans.joined(spans)
                .forEach(span ->
                        rows.add(Arrays.asList(customer.name(), Session.utc(span.first()), Session.utc(span.last())))));
        session.dialect().insert(session, "staged_spans", rows);
        session.dialect().filled(session, List.of("staged", "staged_spans"));
        return TimeSpans.joined(
                ofCustomer.values().stream().flatMap(List::stream).toList());
    }

    /** Forgets everything staged but these files. */
    void keepOnly(Collection<FileId> files) {
        List<Long> others = entries.keySet().stream()
                .filter(id -> !files.contains(id))
                .map(FileId::value)
                .toList();
        drop(others);
        entries.keySet().retainAll(files);
    }

    /** Forgets everything staged. */
    void clear() {
        session.update("DELETE FROM staged");
        session.update("DELETE FROM staged_spans");
        entries.clear();
    }

    private void drop(List<Long> files) {
        if (!files.isEmpty()) {
            session.update("DELETE FROM staged WHERE file_id IN (SELECT unnest(?::BIGINT[]))", files);
        }
    }

    private void addColumns(Collection<String> names) {
        for (String name : names) {
            if (columns.add(name)) {
                session.update("ALTER TABLE staged ADD COLUMN " + Identifiers.quote(name) + " " + Tables.text(session));
            }
        }
    }

    private static StagedFile refused(FileToLoad file, FileRefusedException refusal) {
        return new StagedFile(file, 0, 0, null, null, refusal);
    }
}
