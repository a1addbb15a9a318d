package dev.wau.warehouse.sql;

import dev.wau.load.FileCounts;
import dev.wau.load.FileVersion;
import dev.wau.load.HistoryFile;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import dev.wau.model.RunId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rejects of aggregation: they belong to a file's source, not to its content, and may change while that stays. */
final class SourceRejects {

    private static final String FORGET = "DELETE FROM wau_rejects WHERE stage = 'aggregate' AND file_id IN (%s)";

    /** What the load itself rejected is kept in full, so it can be counted. */
    private static final String OF_LOAD = """
            SELECT file_id, count(*) FROM wau_rejects WHERE stage = 'load' AND file_id IN (%s) GROUP BY file_id""";

    private final Session session;

    SourceRejects(Session session) {
        this.session = session;
    }

    /**
     * What aggregation says of a file's source now.
     *
     * @param version with the later batch
     * @param rejected how many
     * @param rejects the first of them
     */
    record Change(FileId file, FileVersion version, long rejected, List<Reject> rejects, Instant at) {}

    /** Takes the rejects of these files' sources for those that are there, and counts them again. */
    void renew(Map<FileId, Change> changes, RunId run) {
        Members files = session.dialect()
                .numbers(session, changes.keySet().stream().map(FileId::value).toList());
        session.update(FORGET.formatted(files.sql()), files.with());
        insert(changes.values().stream().flatMap(change -> rows(change.file(), change.rejects())));
        Map<FileId, Long> ofLoad = ofLoad(files);
        List<HistoryFile> known = session.list(
                "SELECT * FROM wau_files WHERE file_id IN (" + files.sql() + ")", HistoryFiles::read, files.with());
        List<HistoryFile> renewed = known.stream()
                .map(file -> renewed(
                        file, Objects.requireNonNull(changes.get(file.id())), ofLoad.getOrDefault(file.id(), 0L), run))
                .toList();
        HistoryFiles.write(session, renewed, files);
    }

    private static HistoryFile renewed(HistoryFile file, Change change, long ofLoad, RunId run) {
        FileVersion version = file.version();
        FileCounts counts = file.counts();
        long rejected = change.rejected() + ofLoad;
        return new HistoryFile(
                file.id(),
                new FileVersion(
                        version.customer(),
                        version.key(),
                        version.sha256(),
                        change.version().version(),
                        version.bytes(),
                        change.version().batch()),
                file.state(),
                new FileCounts(
                        counts.loaded() + counts.suppressed() + rejected,
                        counts.loaded(),
                        rejected,
                        counts.suppressed()),
                file.firstEvent(),
                file.lastEvent(),
                run,
                change.at(),
                file.error(),
                file.copyOf());
    }

    /** Those of a file, without their text. */
    static Stream<List<@Nullable Object>> rows(FileId file, List<Reject> rejects) {
        return rejects.stream()
                .map(reject -> Arrays.asList(
                        file.value(),
                        "aggregate",
                        reject.line(),
                        reject.reason().code(),
                        reject.message(),
                        null));
    }

    /** Enters rows. */
    void insert(Stream<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> all = rows.toList();
        if (!all.isEmpty()) {
            session.dialect().insert(session, "wau_rejects", all);
        }
    }

    /** How many rejects of the load itself a file has. */
    long ofLoad(FileId file) {
        Members one = session.dialect().numbers(session, List.of(file.value()));
        return ofLoad(one).getOrDefault(file, 0L);
    }

    private Map<FileId, Long> ofLoad(Members files) {
        Map<FileId, Long> counts = new HashMap<>();
        session.each(
                OF_LOAD.formatted(files.sql()),
                row -> counts.put(new FileId(row.getLong(1)), row.getLong(2)),
                files.with());
        return counts;
    }
}
