package dev.wau.warehouse.sql;

import dev.wau.load.FileVersion;
import dev.wau.load.LoadRun;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rejects of aggregation: they belong to a file's source, not to its content, and may change while that stays. */
final class SourceRejects {

    private static final String FORGET = "DELETE FROM wau_rejects WHERE file_id = ? AND stage = 'aggregate'";

    /** What the load itself rejected is kept in full, so it can be counted. */
    private static final String COUNT_AGAIN = """
            UPDATE wau_files SET version = ?, batch = ?, run = ?, changed_at = ?,
                records_rejected = n.n, records_read = records_loaded + records_suppressed + n.n
            FROM (
                SELECT count(*) + ?::BIGINT AS n FROM wau_rejects WHERE file_id = ? AND stage = 'load') n
            WHERE file_id = ?""";

    private final Session session;

    SourceRejects(Session session) {
        this.session = session;
    }

    void renew(FileId file, FileVersion version, long rejected, List<Reject> rejects, LoadRun run, Instant now) {
        session.update(FORGET, file.value());
        insert(file, rejects);
        session.update(
                COUNT_AGAIN,
                version.version(),
                batch(version),
                run.id().value(),
                now,
                rejected,
                file.value(),
                file.value());
    }

    private static @Nullable String batch(FileVersion version) {
        return version.batch() == null ? null : version.batch().value();
    }

    /** Without their text. */
    void insert(FileId file, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        session.dialect()
                .insert(
                        session,
                        "wau_rejects",
                        rejects.stream().map(reject -> values(file, reject)).toList());
    }

    private static List<@Nullable Object> values(FileId file, Reject reject) {
        return Arrays.asList(
                file.value(), "aggregate", reject.line(), reject.reason().code(), reject.message(), null);
    }

    /** How many rejects of the load itself a file has. */
    long ofLoad(FileId file) {
        return session.number("SELECT count(*) FROM wau_rejects WHERE file_id = ? AND stage = 'load'", file.value());
    }
}
