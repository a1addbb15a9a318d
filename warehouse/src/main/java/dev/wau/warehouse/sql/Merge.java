package dev.wau.warehouse.sql;

import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadRun;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import dev.wau.model.WauException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            WHERE t.event_time BETWEEN ? AND ? AND ${t entered}
                AND EXISTS (SELECT 1 FROM staged s WHERE s.event_hash = t.event_hash AND s.customer = t.customer)""";

    /** The same where few rows wait, and most went into the table: each is looked up by what is equal of equal rows. */
    private static final String FIND_TAKEN_BY_ROW = """
            INSERT INTO taken
            SELECT t.customer, t.event_hash, t.occurrence
            FROM (SELECT DISTINCT customer, event_time, event_hash FROM staged) s JOIN wau_audit_logs t
                ON t.customer = s.customer AND t.event_time = s.event_time AND t.event_hash = s.event_hash
            WHERE t.event_time BETWEEN ? AND ? AND ${t entered}""";

    /** The same where an equal event may have another time. */
    private static final String FIND_TAKEN_EVER = """
            INSERT INTO taken
            SELECT t.customer, t.event_hash, t.occurrence FROM wau_audit_logs t
            WHERE t.customer IN (SELECT customer FROM staged_spans) AND ${t entered}
                AND EXISTS (SELECT 1 FROM staged s WHERE s.event_hash = t.event_hash AND s.customer = t.customer)""";

    /** The hashes of which several rows are staged, where the reading couldn't tell. */
    private static final String FIND_REPEATED = """
            INSERT INTO suspects
            SELECT event_hash FROM staged WHERE event_hash BETWEEN CAST(? AS ${hash}) AND CAST(? AS ${hash})
            GROUP BY customer, event_hash HAVING count(*) > 1""";

    /** The hashes of all rows that were set apart. */
    private static final String FIND_APART = "INSERT INTO suspects SELECT DISTINCT event_hash FROM staged";

    /**
     * One row for each staged row that isn't plain: one of several equal ones, or equal to a row of the table. All others
     * are the first occurrence and carry their row, so most rows are never sorted. A row that went straight comes before
     * the staged ones that are equal to it.
     */
    private static final String PLACE = """
            INSERT INTO placed
            WITH suspected AS (
                SELECT s.customer, s.event_hash, s.file_id, s.line, false AS straight FROM staged s
                WHERE s.event_hash IN (SELECT event_hash FROM suspects)
                UNION ALL
                SELECT s.customer, s.event_hash, s.file_id, s.line, true
                FROM (SELECT DISTINCT customer, event_time, event_hash FROM staged) w JOIN wau_audit_logs s
                    ON s.customer = w.customer AND s.event_time = w.event_time AND s.event_hash = w.event_hash
                WHERE ${s straight}
            ), repeated AS (
                SELECT customer, event_hash FROM suspected GROUP BY customer, event_hash HAVING count(*) > 1
            ), numbered AS (
                SELECT s.*,
                    row_number() OVER (PARTITION BY s.file_id, s.event_hash ORDER BY s.line)::INTEGER AS occurrence
                FROM suspected s JOIN repeated r ON r.event_hash = s.event_hash AND r.customer = s.customer
            ), candidates AS (
                SELECT *, row_number() OVER (
                    PARTITION BY customer, event_hash, occurrence ORDER BY straight DESC, file_id) AS place
                FROM numbered
                UNION ALL
                SELECT s.customer, s.event_hash, s.file_id, s.line, false, 1, 1
                FROM staged s
                WHERE EXISTS (SELECT 1 FROM taken t WHERE t.event_hash = s.event_hash AND t.customer = s.customer)
                    AND NOT EXISTS (
                        SELECT 1 FROM repeated r WHERE r.event_hash = s.event_hash AND r.customer = s.customer)
            )
            SELECT c.file_id, c.line, c.occurrence, %s, c.straight
            FROM candidates c LEFT JOIN taken t
                ON t.event_hash = c.event_hash AND t.customer = c.customer AND t.occurrence = c.occurrence""";

    private static final String SUPPRESSED = "c.place > 1 OR t.occurrence IS NOT NULL";

    private static final List<String> CREATE = List.of(
            "CREATE TEMP TABLE suspects (event_hash ${hash})",
            "CREATE TEMP TABLE taken (customer ${text}, event_hash ${hash}, occurrence INTEGER)",
            "CREATE TEMP TABLE placed (file_id BIGINT, line BIGINT, occurrence INTEGER, suppressed BOOLEAN,"
                    + " straight BOOLEAN)");

    private static final List<String> TEMPORARY = List.of("suspects", "taken", "placed");

    private static final int REJECTS_A_BATCH = 1_000;

    private final Session session;
    private final Staging staging;
    private final Rollup rollup;
    private final LoadRun run;

    Merge(Session session, Staging staging, Rollup rollup, LoadRun run) {
        this.session = session;
        this.staging = staging;
        this.rollup = rollup;
        this.run = run;
    }

    List<FileCounts> enter(List<StagedFile> files, Instant now) {
        Map<FileId, StagedFile> entering = new LinkedHashMap<>();
        files.forEach(file -> entering.put(file.file().id(), file));
        requireStaged(entering);
        staging.keepOnly(entering.keySet());
        enterRejects(entering);
        place();
        staging.compared();
        Map<Long, Long> suppressed = countSuppressed();
        List<FileCounts> counts = files.stream()
                .map(file ->
                        counts(file, suppressed.getOrDefault(file.file().id().value(), 0L)))
                .toList();
        staging.landing()
                .settle(
                        staging.further(),
                        counts.stream().mapToLong(FileCounts::loaded).sum(),
                        counts.stream().mapToLong(FileCounts::suppressed).sum());
        rollUp(counts);
        remember(files, counts, now);
        TEMPORARY.forEach(table -> session.update("DROP TABLE " + table));
        staging.entered();
        return counts;
    }

    private void requireStaged(Map<FileId, StagedFile> entering) {
        entering.forEach((id, file) -> {
            if (file.refusal() != null || !staging.entries().containsKey(id)) {
                throw new WauException(ErrorCode.INTERNAL, "Cannot enter file " + id + ": it is not staged");
            }
        });
    }

    private void enterRejects(Map<FileId, StagedFile> entering) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        staging.rejects().drain(reject -> {
            if (entering.containsKey(new FileId(reject.file()))) {
                rows.add(row(reject));
            }
            if (rows.size() == REJECTS_A_BATCH) {
                session.dialect().insert(session, "wau_rejects", rows);
                rows.clear();
            }
        });
        session.dialect().insert(session, "wau_rejects", rows);
        session.dialect()
                .enterRejects(
                        session, entering.keySet().stream().map(FileId::value).toList());
        new SourceRejects(session)
                .insert(entering.values().stream()
                        .flatMap(file ->
                                SourceRejects.rows(file.file().id(), file.file().sourceRejects())));
    }

    private static List<@Nullable Object> row(RejectSpool.OfFile rejected) {
        Reject reject = rejected.reject();
        return Arrays.asList(
                rejected.file(), "load", reject.line(), reject.reason().code(), reject.message(), reject.raw());
    }

    private void place() {
        CREATE.forEach(sql -> session.update(session.dialect().types().in(sql)));
        if (!staging.landing().anyStaged()) {
            return;
        }
        findSuspects();
        switch (run.identity()) {
            case NONE -> findPlaces("false");
            case FINGERPRINT -> {
                // The time is part of the fingerprint: equal rows stand in the same span.
                String find = staging.landing().isStraight() ? FIND_TAKEN_BY_ROW : FIND_TAKEN;
                for (TimeSpans.Span span : staging.spans()) {
                    session.update(sql(find), span.first(), span.last());
                }
                findPlaces(SUPPRESSED);
            }
            case IDENTIFIER -> {
                staging.spans();
                session.update(sql(FIND_TAKEN_EVER));
                findPlaces(SUPPRESSED);
            }
        }
    }

    private void findSuspects() {
        List<UUID> suspects = staging.suspects();
        if (suspects == null && staging.landing().isStraight()) {
            session.update(FIND_APART);
        } else if (suspects == null) {
            findRepeated();
        } else {
            session.dialect()
                    .insert(
                            session,
                            "suspects",
                            suspects.stream()
                                    .map(hash -> Collections.<@Nullable Object>singletonList(hash))
                                    .toList());
        }
    }

    private void findRepeated() {
        long rows = session.number("SELECT count(*) FROM staged");
        for (HashRange hashes : HashRange.of(
                (int) Math.min(1 << 16, 1 + rows / session.dialect().mostGrouped()))) {
            session.update(
                    session.dialect().types().in(FIND_REPEATED),
                    hashes.first().toString(),
                    hashes.last().toString());
        }
    }

    private void findPlaces(String suppressed) {
        session.dialect().filled(session, List.of("suspects", "taken"));
        session.update(sql(PLACE).formatted(suppressed));
        session.dialect().filled(session, List.of("placed"));
    }

    private String sql(String text) {
        Landing landing = staging.landing();
        return text.replace("${s straight}", landing.straight("s")).replace("${t entered}", landing.entered("t"));
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

    private void rollUp(List<FileCounts> counts) {
        Map<Long, String> counted = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        staging.entries().forEach((id, entry) -> {
            String customer = entry.file().file().version().customer().name();
            entry.countings().forEach(counting -> counted.put(counting, customer));
            ids.add(id.value());
        });
        rollup.entered(
                counted, ids, counts.stream().mapToLong(FileCounts::suppressed).sum());
    }

    private void remember(List<StagedFile> files, List<FileCounts> counts, Instant now) {
        List<HistoryFile> rows = new ArrayList<>(files.size());
        for (int i = 0; i < files.size(); i++) {
            StagedFile file = files.get(i);
            rows.add(new HistoryFile(
                    file.file().id(),
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
        HistoryFiles.write(session, rows);
    }
}
