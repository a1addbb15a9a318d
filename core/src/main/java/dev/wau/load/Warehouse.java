package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.model.RunId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse: the tables {@code wau_audit_logs}, {@code wau_suppressed}, {@code wau_files}, {@code wau_rejects}, {@code
 * wau_batches}, {@code wau_runs}, {@code wau_restatements}. Thread-safe; one {@link LoadTransaction} at a time, others wait. Chosen by URL ({@code
 * jdbc:duckdb:...}); opening one creates what is missing.
 *
 * <p>Errors: {@link dev.wau.model.WauException} with {@code WAREHOUSE_FAILED}, or {@code BUSY} when another process holds
 * it (the message names the process).
 */
public interface Warehouse extends AutoCloseable {

    /** Begins a run's transaction. Nothing of it is visible to others before its commit. */
    LoadTransaction begin(LoadRun run);

    /**
     * What became of a run whose transaction this process has ended: {@code COMMITTED} if its history row is there, {@code
     * ROLLED_BACK} if it isn't and won't come any more, {@code UNKNOWN} if that can't be told now. A server may still be
     * at work on a commit that its client lost sight of: then this waits for it.
     */
    CommitOutcome outcome(RunId run);

    /** How many bytes of UTF-8 a text may have here: records with a longer one are rejected ({@code field-too-long}). */
    default int longestText() {
        return Integer.MAX_VALUE;
    }

    /** The table {@code wau_audit_logs} as it stands. */
    TableShape shape();

    /** The load history, for reading. */
    LoadHistory history();

    /** What the reports ask. */
    ActivityStore activity();

    /**
     * Runs a user's query, read-only.
     *
     * @param limit rows at the most
     * @throws dev.wau.model.WauException INVALID_QUERY with the warehouse's own message
     */
    default QueryResult query(String sql, int limit) {
        List<String> columns = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        boolean more = query(sql, limit, new RowSink() {
            @Override
            public void columns(List<String> names) {
                columns.addAll(names);
            }

            @Override
            public void row(List<@Nullable Object> values) {
                rows.add(values);
            }
        });
        return new QueryResult(columns, rows, more);
    }

    /**
     * The same for results of any size: rows are handed over as they come.
     *
     * @return whether rows beyond the limit were left out
     */
    boolean query(String sql, int limit, RowSink sink);

    @Override
    void close();
}
