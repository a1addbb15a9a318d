package dev.wau.warehouse.sql;

import dev.wau.csv.RowIdentity;
import dev.wau.load.FileRows;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.RejectReason;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the history, each time on a connection of its own. */
public final class SqlHistory implements LoadHistory {

    private final Supplier<Session> sessions;

    /** Reads through sessions of its own. */
    public SqlHistory(Supplier<Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<HistoryFile> files(Filter filter) {
        return filtered("SELECT f.* FROM wau_files f", HistoryFiles.ORDER, HistoryFiles::read, filter);
    }

    @Override
    public List<HistoryReject> rejects(Filter filter) {
        String sql = "SELECT f.*, r.stage, r.line, r.reason, r.message, r.\"raw\" FROM wau_files f"
                + " JOIN wau_rejects r ON r.file_id = f.file_id";
        return filtered(sql, " ORDER BY f.file_id, r.stage, r.line", SqlHistory::reject, filter);
    }

    @Override
    public List<HistoryReject> loadRejects(Collection<FileId> files, FileId after, long line, int limit) {
        try (Session session = sessions.get()) {
            Members ids = session.dialect()
                    .numbers(session, files.stream().map(FileId::value).toList());
            return session.list(
                    "SELECT f.*, r.stage, r.line, r.reason, r.message, r.\"raw\" FROM wau_files f"
                            + " JOIN wau_rejects r ON r.file_id = f.file_id"
                            + " WHERE r.file_id IN (" + ids.sql() + ") AND r.stage = 'load'"
                            + " AND (r.file_id > ? OR (r.file_id = ? AND r.line > ?))"
                            + " ORDER BY r.file_id, r.line LIMIT " + limit,
                    SqlHistory::reject,
                    ids.with(after.value(), after.value(), line));
        }
    }

    private <T> List<T> filtered(String sql, String order, Session.RowReader<T> reader, Filter filter) {
        FileState state = filter.state();
        Matching matching = Matching.of(filter.customer(), filter.key());
        if (state != null) {
            matching = matching.and("f.state = ?", state.code());
        }
        return list(sql + " WHERE " + matching.sql() + order + " LIMIT " + filter.limit(), reader, matching.values());
    }

    private static HistoryReject reject(ResultSet row) throws SQLException {
        return new HistoryReject(
                HistoryFiles.read(row),
                row.getString("stage"),
                row.getLong("line"),
                reason(row),
                row.getString("message"),
                row.getString("raw"));
    }

    private static RejectReason reason(ResultSet row) throws SQLException {
        try {
            return RejectReason.of(row.getString("reason"));
        } catch (IllegalArgumentException | WauException e) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot read line " + row.getLong("line") + " of " + row.getString("object_key")
                            + " in wau_rejects: " + e.getMessage() + " (wau didn't write that: restore the table)",
                    e);
        }
    }

    @Override
    public List<HistoryBatch> batches() {
        return list(
                """
                SELECT b.*, count(c.customer)::INTEGER AS expected,
                    count(CASE WHEN c.outcome <> 'failed' THEN 1 END)::INTEGER AS arrived
                FROM wau_batches b LEFT JOIN wau_batch_customers c ON c.batch = b.batch
                GROUP BY b.batch, b.started_at, b.completed_at, b.run ORDER BY b.batch""",
                row -> new HistoryBatch(
                        new BatchId(row.getString("batch")),
                        time(row, "started_at"),
                        time(row, "completed_at"),
                        row.getInt("expected"),
                        row.getInt("arrived"),
                        new RunId(row.getString("run"))));
    }

    @Override
    public List<HistoryRun> runs() {
        return list(
                "SELECT * FROM wau_runs ORDER BY ended_at",
                row -> new HistoryRun(
                        new RunId(row.getString("run")),
                        LoadRun.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        batch(row),
                        time(row, "started_at"),
                        time(row, "ended_at"),
                        row.getString("summary")));
    }

    @Override
    public List<HistoryRestatement> restatements(Filter filter) {
        try (Session session = sessions.get()) {
            return new Restated(session).list(filter);
        }
    }

    @Override
    public Map<Customer, Instant> reached(Collection<Customer> customers) {
        try (Session session = sessions.get()) {
            return new Restated(session).reached(customers);
        }
    }

    private static @Nullable BatchId batch(ResultSet row) throws SQLException {
        String batch = row.getString("batch");
        return batch == null ? null : new BatchId(batch);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Session.instant(row, column));
    }

    @Override
    public Optional<RowIdentity> identity() {
        try (Session session = sessions.get()) {
            return Tables.setting(session, "row_identity").stream()
                    .findFirst()
                    .map(name -> RowIdentity.valueOf(name.toUpperCase(Locale.ROOT)));
        }
    }

    @Override
    public FileRows rows(Collection<FileId> files) {
        return SqlRows.open(sessions.get(), files);
    }

    @Override
    public List<String> inconsistencies() {
        try (Session session = sessions.get()) {
            List<String> found = new ArrayList<>(new Inconsistencies(session).find());
            found.addAll(rollupDifferences());
            return found;
        }
    }

    /** In one transaction: a load beside it changes rows and rollup together. */
    private List<String> rollupDifferences() {
        try (Session session = sessions.get()) {
            session.dialect().wholeTables(session);
            List<String> found = session.dialect().rollups().differences(session);
            session.rollback();
            return found;
        }
    }

    private <T> List<T> list(String sql, Session.RowReader<T> reader, @Nullable Object... values) {
        try (Session session = sessions.get()) {
            return session.list(sql, reader, values);
        }
    }
}
