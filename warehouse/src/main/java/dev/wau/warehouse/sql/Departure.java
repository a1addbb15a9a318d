package dev.wau.warehouse.sql;

import dev.wau.csv.ColumnNames;
import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadRun;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes files out of the tables: a copy takes over, or suppressed rows of other files come back. */
final class Departure {

    /** The identities that lose their row. */
    private static final String VACATE = """
            CREATE TEMP TABLE vacated AS
            SELECT customer, event_hash, occurrence FROM wau_audit_logs
            WHERE file_id IN (SELECT file_id FROM leaving)""";

    /** For each of them the first candidate that is still there. */
    private static final String CHOOSE = """
            CREATE TEMP TABLE chosen AS
            SELECT file_id, line FROM (
                SELECT s.file_id, s.line, row_number() OVER (
                    PARTITION BY s.customer, s.event_hash, s.occurrence ORDER BY s.file_id, s.line) AS place
                FROM wau_suppressed s JOIN vacated v
                    ON v.event_hash = s.event_hash AND v.customer = s.customer AND v.occurrence = s.occurrence) s
            WHERE place = 1""";

    private static final String BRING_BACK = """
            INSERT INTO wau_audit_logs (%1$s)
            SELECT %2$s FROM wau_suppressed s JOIN chosen c ON c.file_id = s.file_id AND c.line = s.line""";

    private static final String REMOVE_CHOSEN =
            "DELETE FROM wau_suppressed USING chosen c WHERE wau_suppressed.file_id = c.file_id AND wau_suppressed.line = c.line";

    private static final String COUNT_AGAIN = """
            UPDATE wau_files SET records_loaded = records_loaded + c.n, records_suppressed = records_suppressed - c.n
            FROM (SELECT file_id, count(*) AS n FROM chosen GROUP BY file_id) c WHERE wau_files.file_id = c.file_id""";

    private static final String LEAVING = """
            SELECT customer, user_id, event, event_time FROM wau_audit_logs
            WHERE file_id IN (SELECT file_id FROM leaving)""";

    private static final String BACK = """
            SELECT s.customer, s.user_id, s.event, s.event_time
            FROM wau_suppressed s JOIN chosen c ON c.file_id = s.file_id AND c.line = s.line""";

    private final Session session;
    private final Rollup rollup;
    private final LoadRun run;
    private final Stamps stamps;

    Departure(Session session, Rollup rollup, LoadRun run, Stamps stamps) {
        this.session = session;
        this.rollup = rollup;
        this.run = run;
        this.stamps = stamps;
    }

    /** @return the files that carry more rows now */
    List<HistoryFile> leave(Collection<FileId> files, FileState state) {
        List<Long> ids = new TreeSet<>(files).stream().map(FileId::value).toList();
        Map<FileId, List<HistoryFile>> copies = state == FileState.LOADED ? Map.of() : copies(ids);
        List<Long> leaving = new ArrayList<>();
        List<HistoryFile> changed = new ArrayList<>();
        Map<FileId, HistoryFile> more = new TreeMap<>();
        for (HistoryFile file : loaded(ids)) {
            changed.add(changed(file, state, FileCounts.ZERO, null, null, null));
            List<HistoryFile> heirs = copies.get(file.id());
            if (heirs == null) {
                leaving.add(file.id().value());
            } else {
                HistoryFile heir = takeOver(file, heirs, changed);
                more.put(heir.id(), heir);
            }
        }
        HistoryFiles.write(session, changed);
        if (!leaving.isEmpty()) {
            remove(leaving).forEach(file -> more.put(file.id(), file));
        }
        return List.copyOf(more.values());
    }

    private List<HistoryFile> loaded(List<Long> ids) {
        List<HistoryFile> loaded = files("state = 'loaded' AND file_id", ids);
        if (loaded.size() < ids.size()) {
            Set<Long> missing = new TreeSet<>(ids);
            loaded.forEach(file -> missing.remove(file.id().value()));
            throw new WauException(
                    ErrorCode.INTERNAL,
                    "Cannot take out file " + missing.iterator().next() + ": it is not loaded");
        }
        return loaded;
    }

    /** By the file that they are copies of. */
    private Map<FileId, List<HistoryFile>> copies(List<Long> originals) {
        return files("state = 'copy' AND copy_of", originals).stream()
                .collect(Collectors.groupingBy(copy -> Objects.requireNonNull(copy.copyOf())));
    }

    private List<HistoryFile> files(String condition, List<Long> ids) {
        Members members = session.dialect().numbers(session, ids);
        return session.list(
                "SELECT * FROM wau_files WHERE " + condition + " IN (" + members.sql() + ") ORDER BY file_id",
                HistoryFiles::read,
                members.with());
    }

    /** Same content, same lines: the rows only change their label. */
    private HistoryFile takeOver(HistoryFile original, List<HistoryFile> copies, List<HistoryFile> changed) {
        HistoryFile heir = copies.get(0);
        session.update(
                "DELETE FROM wau_rejects WHERE file_id = ? AND stage = 'aggregate'",
                original.id().value());
        FileCounts counts = inherited(original, heir);
        for (String table : List.of("wau_audit_logs", "wau_suppressed", "wau_rejects")) {
            session.update(
                    "UPDATE " + table + " SET file_id = ? WHERE file_id = ?",
                    heir.id().value(),
                    original.id().value());
        }
        HistoryFile carrying =
                changed(heir, FileState.LOADED, counts, original.firstEvent(), original.lastEvent(), null);
        changed.add(carrying);
        copies.stream()
                .skip(1)
                .forEach(copy -> changed.add(changed(copy, FileState.COPY, copy.counts(), null, null, heir.id())));
        return carrying;
    }

    /** The content's records are the original's; what aggregation rejected is the heir's own. */
    private FileCounts inherited(HistoryFile original, HistoryFile heir) {
        FileCounts content = original.counts();
        long rejected =
                new SourceRejects(session).ofLoad(original.id()) + heir.counts().rejected();
        return new FileCounts(
                content.loaded() + content.suppressed() + rejected, content.loaded(), rejected, content.suppressed());
    }

    private HistoryFile changed(
            HistoryFile file,
            FileState state,
            FileCounts counts,
            @Nullable Instant first,
            @Nullable Instant last,
            @Nullable FileId copyOf) {
        return new HistoryFile(
                file.id(), file.version(), state, counts, first, last, run.id(), stamps.next(), null, copyOf);
    }

    private List<HistoryFile> remove(List<Long> files) {
        session.update("CREATE TEMP TABLE leaving (file_id BIGINT)");
        session.dialect()
                .insert(
                        session,
                        "leaving",
                        files.stream()
                                .map(file -> Collections.<@Nullable Object>singletonList(file))
                                .toList());
        session.update(VACATE);
        session.dialect().filled(session, List.of("leaving", "vacated"));
        rollup.leaving(LEAVING);
        for (String table : List.of("wau_audit_logs", "wau_suppressed", "wau_rejects")) {
            session.update("DELETE FROM " + table + " WHERE file_id IN (SELECT file_id FROM leaving)");
        }
        List<HistoryFile> back = run.identity() == RowIdentity.NONE ? List.of() : bringBack();
        session.update("DROP TABLE vacated");
        session.update("DROP TABLE leaving");
        return back;
    }

    private List<HistoryFile> bringBack() {
        session.update(CHOOSE);
        session.dialect().filled(session, List.of("chosen"));
        List<HistoryFile> back = session.list(
                "SELECT * FROM wau_files WHERE file_id IN (SELECT file_id FROM chosen) ORDER BY file_id",
                HistoryFiles::read);
        if (!back.isEmpty()) {
            List<String> columns = new ArrayList<>(ColumnNames.LINEAGE);
            columns.addAll(ColumnPlan.FIXED);
            columns.addAll(Tables.furtherColumns(session));
            rollup.back(BACK);
            session.update(BRING_BACK.formatted(Identifiers.list("", columns), Identifiers.list("s.", columns)));
            session.update(REMOVE_CHOSEN);
            session.update(COUNT_AGAIN);
        }
        session.update("DROP TABLE chosen");
        return back;
    }
}
