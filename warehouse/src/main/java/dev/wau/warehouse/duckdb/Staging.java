package dev.wau.warehouse.duckdb;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.FileLayout;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileToLoad;
import dev.wau.load.LoadRun;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first half of a load: files into the temporary table {@code staged}, typed but not yet compared with anything. Each
 * file is opened twice: for its header, so that the table's columns are known, then for its records.
 */
final class Staging {

    private static final String CREATE = """
            CREATE TEMP TABLE staged (
                customer VARCHAR, event_time TIMESTAMP, file_id BIGINT, line BIGINT, event_hash UUID,
                "reject reason" VARCHAR, details VARCHAR)""";

    /** The two halves as one number of 128 bits: there is no other way from BIGINT to UUID. */
    private static final String INSERT = """
            INSERT INTO staged (customer, event_time, file_id, line, event_hash, "reject reason", details, %1$s)
            SELECT f.customer,
                CASE WHEN r."reject reason" IS NULL THEN make_timestamp(r."event micros") END,
                r.file_id, r.line,
                ((r."hash high"::HUGEINT & 18446744073709551615)::UHUGEINT << 64
                    | (r."hash low"::HUGEINT & 18446744073709551615)::UHUGEINT)::UUID,
                r."reject reason", r.details, %2$s
            FROM %3$s() r JOIN staged_files f ON f.file_id = r.file_id""";

    private final Session session;
    private final FileFeed feed;
    private final LoadRun run;
    private final Map<FileId, Entry> entries = new HashMap<>();
    private final Set<String> columns = new TreeSet<>();

    /**
     * A staged file.
     *
     * @param further the columns beyond the fixed ones that it fills
     */
    record Entry(StagedFile file, Set<String> further) {}

    Staging(Session session, FileFeed feed, LoadRun run) {
        this.session = session;
        this.feed = feed;
        this.run = run;
        session.update(CREATE);
        session.update("CREATE TEMP TABLE staged_files (file_id BIGINT, customer VARCHAR)");
        addColumns(ColumnPlan.FIXED);
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
            read(accepted, progress, results);
        }
        return files.stream()
                .map(file -> Objects.requireNonNull(results.get(file.id())))
                .toList();
    }

    private Set<String> knownColumns() {
        Set<String> known = DuckDbSchema.furtherColumns(session);
        entries.values().forEach(entry -> known.addAll(entry.further()));
        return known;
    }

    private void read(List<FileToFeed> files, Progress.Stage progress, Map<FileId, StagedFile> results) {
        List<String> texts = StagedColumns.of(files);
        addColumns(texts);
        session.run(connection -> {
            try (var appender = connection.createAppender("temp", "main", "staged_files")) {
                for (FileToFeed file : files) {
                    appender.beginRow()
                            .append(file.file().id().value())
                            .append(file.file().version().customer().name())
                            .endRow();
                }
            }
        });
        feed(new Feeding(files, texts, progress), files, results);
        List<Long> refused = results.values().stream()
                .filter(file -> file.refusal() != null)
                .map(file -> file.file().id().value())
                .toList();
        drop(refused);
    }

    private void feed(Feeding feeding, List<FileToFeed> files, Map<FileId, StagedFile> results) {
        try {
            session.unordered(() -> insert(feeding));
        } catch (WauException e) {
            feeding.rethrow();
            throw e;
        } finally {
            feed.end();
        }
        feeding.rethrow();
        for (FileToFeed file : files) {
            FileId id = file.file().id();
            StagedFile result = Objects.requireNonNull(feeding.result(id), "a file was not read");
            results.put(id, result);
            if (result.refusal() == null) {
                entries.put(id, new Entry(result, StagedColumns.further(file.cells())));
            }
        }
    }

    private long insert(Feeding feeding) {
        session.run(connection -> feed.offer(connection, feeding));
        return session.update(INSERT.formatted(
                Identifiers.list("", feeding.columns()),
                Identifiers.list("r.", feeding.columns()),
                Identifiers.quote(feed.name())));
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
        session.update("DELETE FROM staged_files");
        entries.clear();
    }

    private void drop(List<Long> files) {
        if (!files.isEmpty()) {
            session.update("DELETE FROM staged WHERE file_id IN (SELECT unnest(?::BIGINT[]))", files);
            session.update("DELETE FROM staged_files WHERE file_id IN (SELECT unnest(?::BIGINT[]))", files);
        }
    }

    private void addColumns(Collection<String> names) {
        for (String name : names) {
            if (columns.add(name)) {
                session.update("ALTER TABLE staged ADD COLUMN " + Identifiers.quote(name) + " VARCHAR");
            }
        }
    }

    private static StagedFile refused(FileToLoad file, FileRefusedException refusal) {
        return new StagedFile(file, 0, 0, null, null, refusal);
    }
}
