package dev.wau.warehouse.sql;

import static dev.wau.warehouse.sql.Session.utc;

import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileVersion;
import dev.wau.load.HistoryFile;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of {@code wau_files}. */
final class HistoryFiles {

    /** The port's order: by key, newest change last. */
    static final String ORDER = " ORDER BY f.object_key, f.changed_at, f.file_id";

    private HistoryFiles() {}

    /** Reads a row; the columns are those of the table, whatever else the query selects. */
    static HistoryFile read(ResultSet row) throws SQLException {
        try {
            return file(row);
        } catch (IllegalArgumentException | WauException e) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot read file " + row.getLong("file_id") + " of wau_files: " + e.getMessage()
                            + " (wau didn't write that: restore the table)",
                    e);
        }
    }

    private static HistoryFile file(ResultSet row) throws SQLException {
        String batch = row.getString("batch");
        long copyOf = row.getLong("copy_of");
        boolean copy = !row.wasNull();
        FileVersion version = new FileVersion(
                new Customer(row.getString("customer")),
                new ObjectKey(row.getString("object_key")),
                new Sha256(row.getString("sha256")),
                row.getString("version"),
                row.getLong("bytes"),
                batch == null ? null : new BatchId(batch));
        FileCounts counts = new FileCounts(
                row.getLong("records_read"),
                row.getLong("records_loaded"),
                row.getLong("records_rejected"),
                row.getLong("records_suppressed"));
        return new HistoryFile(
                new FileId(row.getLong("file_id")),
                version,
                FileState.of(row.getString("state")),
                counts,
                Session.instant(row, "first_event_time"),
                Session.instant(row, "last_event_time"),
                new RunId(row.getString("run")),
                Objects.requireNonNull(Session.instant(row, "changed_at")),
                row.getString("error"),
                copy ? new FileId(copyOf) : null);
    }

    /** Writes rows in the place of those that have their numbers. */
    static void write(Session session, Collection<HistoryFile> files) {
        if (files.isEmpty()) {
            return;
        }
        List<Long> ids = files.stream().map(file -> file.id().value()).toList();
        write(session, files, session.dialect().numbers(session, ids));
    }

    /** The same where the numbers stand ready. */
    static void write(Session session, Collection<HistoryFile> files, Members members) {
        session.update("DELETE FROM wau_files WHERE file_id IN (" + members.sql() + ")", members.with());
        // Made one by one: a run may have very many files.
        session.dialect()
                .insert(
                        session,
                        "wau_files",
                        () -> files.stream().map(HistoryFiles::values).iterator());
    }

    private static List<@Nullable Object> values(HistoryFile file) {
        FileVersion version = file.version();
        FileCounts counts = file.counts();
        BatchId batch = version.batch();
        FileId copyOf = file.copyOf();
        return Arrays.asList(
                file.id().value(),
                version.key().path(),
                version.sha256().hex(),
                version.version(),
                batch == null ? null : batch.value(),
                version.customer().name(),
                version.bytes(),
                counts.read(),
                counts.loaded(),
                counts.rejected(),
                counts.suppressed(),
                utc(file.firstEvent()),
                utc(file.lastEvent()),
                file.state().code(),
                file.run().value(),
                utc(file.changed()),
                file.error(),
                copyOf == null ? null : copyOf.value());
    }
}
