package dev.wau.warehouse.duckdb;

import dev.wau.load.FileVersion;
import dev.wau.load.LoadRun;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rejects of aggregation: they belong to a file's source, not to its content, and may change while that stays. */
final class SourceRejects {

    private static final String FORGET = "DELETE FROM wau_rejects WHERE file_id = ? AND stage = 'aggregate'";

    /** What the load itself rejected is kept in full, so it can be counted. */
    private static final String COUNT_AGAIN = """
            UPDATE wau_files SET version = $1, batch = $2, run = $3, changed_at = $4,
                records_rejected = $5 + l.n, records_read = records_loaded + records_suppressed + $5 + l.n
            FROM (SELECT count(*) AS n FROM wau_rejects WHERE file_id = $6 AND stage = 'load') l
            WHERE file_id = $6""";

    private final Session session;

    SourceRejects(Session session) {
        this.session = session;
    }

    void renew(FileId file, FileVersion version, long rejected, List<Reject> rejects, LoadRun run, Instant now) {
        session.update(FORGET, file.value());
        insert(file, rejects);
        session.update(COUNT_AGAIN, version.version(), batch(version), run.id().value(), now, rejected, file.value());
    }

    private static @Nullable String batch(FileVersion version) {
        return version.batch() == null ? null : version.batch().value();
    }

    /** Without their text. */
    void insert(FileId file, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        session.run(connection -> {
            try (var appender = connection.createAppender("wau_rejects")) {
                for (Reject reject : rejects) {
                    appender.beginRow()
                            .append(file.value())
                            .append("aggregate")
                            .append(reject.line())
                            .append(reject.reason().code())
                            .append(reject.message())
                            .appendNull()
                            .endRow();
                }
            }
        });
    }

    /** How many rejects of the load itself a file has. */
    long ofLoad(FileId file) {
        return session.number("SELECT count(*) FROM wau_rejects WHERE file_id = ? AND stage = 'load'", file.value());
    }
}
