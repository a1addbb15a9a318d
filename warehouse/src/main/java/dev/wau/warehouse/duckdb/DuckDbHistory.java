package dev.wau.warehouse.duckdb;

import dev.wau.csv.RowIdentity;
import dev.wau.load.FileRows;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.model.BatchId;
import dev.wau.model.FileId;
import dev.wau.model.RejectReason;
import dev.wau.model.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the history, each time on a connection of its own. */
final class DuckDbHistory implements LoadHistory {

    private static final String MATCHES = """
             WHERE ($1::VARCHAR IS NULL OR f.customer = $1)
                AND ($2::VARCHAR IS NULL OR f.object_key = $2 OR ends_with(f.object_key, '/' || $2))
                AND ($3::VARCHAR IS NULL OR f.state = $3)""";

    private final DuckDbWarehouse warehouse;

    DuckDbHistory(DuckDbWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<HistoryFile> files(Filter filter) {
        return filtered("SELECT f.* FROM wau_files f " + MATCHES + HistoryFiles.ORDER, HistoryFiles::read, filter);
    }

    @Override
    public List<HistoryReject> rejects(Filter filter) {
        String sql = "SELECT f.*, r.stage, r.line, r.reason, r.message, r.raw FROM wau_files f"
                + " JOIN wau_rejects r ON r.file_id = f.file_id " + MATCHES + " ORDER BY f.file_id, r.stage, r.line";
        return filtered(sql, DuckDbHistory::reject, filter);
    }

    private <T> List<T> filtered(String sql, Session.RowReader<T> reader, Filter filter) {
        FileState state = filter.state();
        return list(
                sql + " LIMIT " + filter.limit(),
                reader,
                filter.customer(),
                filter.key(),
                state == null ? null : state.code());
    }

    private static HistoryReject reject(ResultSet row) throws SQLException {
        return new HistoryReject(
                HistoryFiles.read(row),
                row.getString("stage"),
                row.getLong("line"),
                RejectReason.of(row.getString("reason")),
                row.getString("message"),
                row.getString("raw"));
    }

    @Override
    public List<HistoryBatch> batches() {
        return list(
                """
                SELECT b.*, count(c.customer)::INTEGER AS expected,
                    (count(c.customer) FILTER (c.outcome <> 'failed'))::INTEGER AS arrived
                FROM wau_batches b LEFT JOIN wau_batch_customers c ON c.batch = b.batch
                GROUP BY ALL ORDER BY b.batch""",
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
                "SELECT * FROM wau_runs ORDER BY started_at, ended_at",
                row -> new HistoryRun(
                        new RunId(row.getString("run")),
                        LoadRun.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        batch(row),
                        time(row, "started_at"),
                        time(row, "ended_at"),
                        row.getString("summary")));
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
        try (Session session = warehouse.session()) {
            return DuckDbSchema.setting(session, "row_identity").stream()
                    .findFirst()
                    .map(name -> RowIdentity.valueOf(name.toUpperCase(Locale.ROOT)));
        }
    }

    @Override
    public FileRows rows(Collection<FileId> files) {
        return DuckDbRows.open(warehouse, files);
    }

    @Override
    public List<String> inconsistencies() {
        try (Session session = warehouse.session()) {
            return new Inconsistencies(session).find();
        }
    }

    private <T> List<T> list(String sql, Session.RowReader<T> reader, @Nullable Object... values) {
        try (Session session = warehouse.session()) {
            return session.list(sql, reader, values);
        }
    }
}
