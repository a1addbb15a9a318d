package dev.wau.warehouse.sql;

import dev.wau.load.ColumnPlan;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadRun;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The second half of a load: staged rows into the tables, each either carrying its row or suppressed by the one that does. */
final class Merge {

    /**
     * The identities that the table has already, of the staged rows' hashes: looked for in the same customer and in the
     * time that the staged files cover. The bounds stand twice: as spans of each customer, for an index; as values, for
     * a warehouse that skips blocks of rows by what their times are.
     */
    private static final String FIND_TAKEN = """
            INSERT INTO taken
            SELECT t.customer, t.event_hash, t.occurrence
            FROM staged_spans p JOIN wau_audit_logs t
                ON t.customer = p.customer AND t.event_time BETWEEN p.first_event_time AND p.last_event_time
            WHERE t.event_time BETWEEN ? AND ?
                AND EXISTS (SELECT 1 FROM staged s WHERE s.event_hash = t.event_hash AND s.customer = t.customer)""";

    /** The same where an equal event may have another time. */
    private static final String FIND_TAKEN_EVER = """
            INSERT INTO taken
            SELECT t.customer, t.event_hash, t.occurrence FROM wau_audit_logs t
            WHERE t.customer IN (SELECT customer FROM staged_spans)
                AND EXISTS (SELECT 1 FROM staged s WHERE s.event_hash = t.event_hash AND s.customer = t.customer)""";

    /**
     * One row for each staged row that isn't plain: one of several equal ones, or equal to a row of the table. All others
     * are the first occurrence and carry their row, so most rows are never sorted.
     */
    private static final String PLACE = """
            CREATE TEMP TABLE placed AS
            WITH repeated AS (
                SELECT customer, event_hash FROM staged GROUP BY customer, event_hash HAVING count(*) > 1
            ), numbered AS (
                SELECT s.customer, s.event_hash, s.file_id, s.line,
                    row_number() OVER (PARTITION BY s.file_id, s.event_hash ORDER BY s.line)::INTEGER AS occurrence
                FROM staged s JOIN repeated r ON r.event_hash = s.event_hash AND r.customer = s.customer
            ), candidates AS (
                SELECT *, row_number() OVER (PARTITION BY customer, event_hash, occurrence ORDER BY file_id) AS place
                FROM numbered
                UNION ALL
                SELECT s.customer, s.event_hash, s.file_id, s.line, 1, 1
                FROM staged s
                WHERE EXISTS (SELECT 1 FROM taken t WHERE t.event_hash = s.event_hash AND t.customer = s.customer)
                    AND NOT EXISTS (
                        SELECT 1 FROM repeated r WHERE r.event_hash = s.event_hash AND r.customer = s.customer)
            )
            SELECT c.file_id, c.line, c.occurrence, %s AS suppressed
            FROM candidates c LEFT JOIN taken t
                ON t.event_hash = c.event_hash AND t.customer = c.customer AND t.occurrence = c.occurrence""";

    private static final String INSERT = """
            INSERT INTO %1$s (customer, event_time, file_id, line, event_hash, details, occurrence, %2$s)
            SELECT s.customer, s.event_time, s.file_id, s.line, s.event_hash, s.details::%5$s,
                coalesce(p.occurrence, 1), %3$s
            FROM staged s LEFT JOIN placed p ON p.file_id = s.file_id AND p.line = s.line
            WHERE coalesce(p.suppressed, false) = %4$s""";

    private final Session session;
    private final Staging staging;
    private final LoadRun run;

    Merge(Session session, Staging staging, LoadRun run) {
        this.session = session;
        this.staging = staging;
        this.run = run;
    }

    List<FileCounts> enter(List<StagedFile> files, Instant now) {
        Map<FileId, StagedFile> entering = new LinkedHashMap<>();
        files.forEach(file -> entering.put(file.file().id(), file));
        requireStaged(entering);
        staging.keepOnly(entering.keySet());
        addColumns();
        moveRejects(files);
        place();
        Map<Long, Long> suppressed = countSuppressed();
        List<FileCounts> counts = files.stream()
                .map(file ->
                        counts(file, suppressed.getOrDefault(file.file().id().value(), 0L)))
                .toList();
        insert(
                "wau_audit_logs",
                false,
                counts.stream().mapToLong(FileCounts::loaded).sum());
        insert(
                "wau_suppressed",
                true,
                counts.stream().mapToLong(FileCounts::suppressed).sum());
        remember(files, counts, now);
        session.update("DROP TABLE taken");
        session.update("DROP TABLE placed");
        staging.clear();
        return counts;
    }

    private void requireStaged(Map<FileId, StagedFile> entering) {
        entering.forEach((id, file) -> {
            if (file.refusal() != null || !staging.entries().containsKey(id)) {
                throw new WauException(ErrorCode.INTERNAL, "Cannot enter file " + id + ": it is not staged");
            }
        });
    }

    private void addColumns() {
        Set<String> missing = new TreeSet<>();
        staging.entries().values().forEach(entry -> missing.addAll(entry.further()));
        missing.removeAll(Tables.furtherColumns(session));
        Tables.addColumns(session, missing);
    }

    private void moveRejects(List<StagedFile> files) {
        if (files.stream().anyMatch(file -> file.rejected() > 0)) {
            session.update("""
                    INSERT INTO wau_rejects
                    SELECT file_id, 'load', line, "reject reason", "%s", "%s" FROM staged
                    WHERE "reject reason" IS NOT NULL""".formatted(StagedColumns.REJECT_MESSAGE, StagedColumns.REJECT_RAW));
            session.update("DELETE FROM staged WHERE \"reject reason\" IS NOT NULL");
        }
        SourceRejects source = new SourceRejects(session);
        files.forEach(file -> source.insert(file.file().id(), file.file().sourceRejects()));
    }

    private void place() {
        session.update("CREATE TEMP TABLE taken (customer %s, event_hash UUID, occurrence INTEGER)"
                .formatted(Tables.text(session)));
        switch (run.identity()) {
            case NONE -> session.update(PLACE.formatted("false"));
            case FINGERPRINT -> {
                // The time is part of the fingerprint: equal rows stand in the same span.
                for (TimeSpans.Span span : staging.spans()) {
                    session.update(FIND_TAKEN, span.first(), span.last());
                }
                findPlaces();
            }
            case IDENTIFIER -> {
                staging.spans();
                session.update(FIND_TAKEN_EVER);
                findPlaces();
            }
        }
        session.dialect().filled(session, List.of("placed"));
    }

    private void findPlaces() {
        session.dialect().filled(session, List.of("taken"));
        session.update(PLACE.formatted("c.place > 1 OR t.occurrence IS NOT NULL"));
    }

    private Map<Long, Long> countSuppressed() {
        return session
                .list(
                        "SELECT file_id, count(*) FROM placed WHERE suppressed GROUP BY file_id",
                        row -> Map.entry(row.getLong(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static FileCounts counts(StagedFile file, long suppressed) {
        long sourceRejected = file.file().sourceRejected();
        return new FileCounts(
                file.records() + sourceRejected,
                file.records() - file.rejected() - suppressed,
                file.rejected() + sourceRejected,
                suppressed);
    }

    private void insert(String table, boolean suppressed, long expected) {
        if (expected == 0) {
            return;
        }
        Set<String> columns = new TreeSet<>(ColumnPlan.FIXED);
        staging.entries().values().forEach(entry -> columns.addAll(entry.further()));
        long inserted = session.update(INSERT.formatted(
                table,
                Identifiers.list("", columns),
                Identifiers.list("s.", columns),
                suppressed,
                session.dialect().jsonType()));
        if (inserted != expected) {
            throw new WauException(
                    ErrorCode.INTERNAL, "Lost count: " + inserted + " rows entered " + table + ", not " + expected);
        }
    }

    private void remember(List<StagedFile> files, List<FileCounts> counts, Instant now) {
        Map<FileId, HistoryFile> rows = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            StagedFile file = files.get(i);
            FileId id = file.file().id();
            rows.put(
                    id,
                    new HistoryFile(
                            id,
                            file.file().version(),
                            FileState.LOADED,
                            counts.get(i),
                            file.firstEvent(),
                            file.lastEvent(),
                            run.id(),
                            now,
                            null,
                            null));
        }
        HistoryFiles.write(session, rows.values());
    }
}
