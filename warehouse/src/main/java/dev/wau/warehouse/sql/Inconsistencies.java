package dev.wau.warehouse.sql;

import dev.wau.csv.RowIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for damage that shows inside the tables alone: each check is one query whose rows are findings. */
final class Inconsistencies {

    private static final String UNKNOWN_FILES = """
            SELECT '%1$s holds ' || count(*) || ' rows of file ' || coalesce(t.file_id::VARCHAR, 'NULL')
                || ', which is not loaded'
            FROM %1$s t LEFT JOIN (SELECT file_id FROM wau_files WHERE state IN (%2$s)) f ON f.file_id = t.file_id
            WHERE f.file_id IS NULL
            GROUP BY t.file_id ORDER BY t.file_id LIMIT 20""";

    private static final String WRONG_COUNTS = """
            SELECT 'file ' || f.file_id || ' (' || f.object_key || ') counts ' || f.%2$s || ' in %2$s, %1$s holds '
                || coalesce(t.n, 0)
            FROM wau_files f LEFT JOIN (SELECT file_id, count(*) AS n FROM %1$s GROUP BY file_id) t
                ON t.file_id = f.file_id
            WHERE f.%2$s <> coalesce(t.n, 0) ORDER BY f.file_id LIMIT 20""";

    private static final String WRONG_SUMS = """
            SELECT 'file ' || file_id || ' (' || object_key || ') read ' || records_read || ' records, but loaded, rejected'
                || ' and suppressed are ' || (records_loaded + records_rejected + records_suppressed)
            FROM wau_files WHERE records_read <> records_loaded + records_rejected + records_suppressed
            ORDER BY file_id LIMIT 20""";

    /** Rejects of the load are all kept; those of aggregation are counted, and only the first of them kept. */
    private static final String WRONG_REJECTS = """
            SELECT 'file ' || f.file_id || ' (' || f.object_key || ') counts ' || f.records_rejected
                || ' rejects, wau_rejects holds ' || coalesce(r.n, 0)
            FROM wau_files f LEFT JOIN (SELECT file_id, count(*) AS n FROM wau_rejects GROUP BY file_id) r
                ON r.file_id = f.file_id
            WHERE f.records_rejected < coalesce(r.n, 0)
                OR (f.records_rejected > 0 AND r.n IS NULL)
            ORDER BY f.file_id LIMIT 20""";

    private static final String UNKNOWN_RUNS = """
            SELECT count(*) || ' rows of %1$s name a run that wau_runs does not have'
            FROM %1$s f LEFT JOIN wau_runs r ON r.run = f.run WHERE r.run IS NULL HAVING count(*) > 0""";

    private static final String UNKNOWN_BATCHES = """
            SELECT count(*) || ' rows of %1$s name a batch that wau_batches does not have'
            FROM %1$s f LEFT JOIN wau_batches b ON b.batch = f.batch
            WHERE f.batch IS NOT NULL AND b.batch IS NULL AND %2$s HAVING count(*) > 0""";

    /** A rewind forgets batches: what they brought has left then, and their runs came before. */
    private static final Map<String, String> NOT_REWOUND = Map.of(
            "wau_files", "f.state IN ('loaded', 'copy')",
            "wau_runs", """
            f.ended_at > (SELECT coalesce(max(r.ended_at), TIMESTAMP '0001-01-01 00:00:00') FROM wau_runs r
                WHERE r.kind = 'rewind')""",
            "wau_batch_customers", "true");

    /** A file that a batch brought is of one of its customers. */
    private static final String UNKNOWN_CUSTOMERS = """
            SELECT 'batch ' || f.batch || ' brought files of customer ' || f.customer
                || ', whom wau_batch_customers does not have'
            FROM wau_files f LEFT JOIN wau_batch_customers c ON c.batch = f.batch AND c.customer = f.customer
            WHERE f.batch IS NOT NULL AND c.batch IS NULL AND f.state IN ('loaded', 'copy')
            GROUP BY f.batch, f.customer ORDER BY f.batch, f.customer LIMIT 20""";

    /** Files are numbered from 1 without a gap, and no row of the history ever leaves. */
    private static final String LOST_FILES = """
            SELECT 'wau_files has ' || count(*) || ' rows, but its files are numbered to ' || max(file_id)
            FROM wau_files HAVING count(*) <> max(file_id)""";

    private static final String TWO_CARRIERS = """
            SELECT 'customer ' || customer || ' has ' || count(*) || ' rows with event_hash ' || event_hash
                || ' and occurrence ' || occurrence
            FROM wau_audit_logs GROUP BY customer, event_hash, occurrence HAVING count(*) > 1
            ORDER BY customer, event_hash, occurrence LIMIT 20""";

    private static final String NO_CARRIER = """
            SELECT 'line ' || s.line || ' of file ' || s.file_id || ' is suppressed, but no row stands for it'
            FROM wau_suppressed s LEFT JOIN wau_audit_logs t ON t.event_hash = s.event_hash
                AND t.customer = s.customer AND t.occurrence = s.occurrence
            WHERE t.customer IS NULL
            ORDER BY s.file_id, s.line LIMIT 20""";

    private static final String OTHER_CUSTOMERS = """
            SELECT '%1$s holds ' || count(*) || ' rows of file ' || t.file_id || ' under customer '
                || coalesce(t.customer, 'NULL') || ', whose file it isn''t'
            FROM %1$s t JOIN wau_files f ON f.file_id = t.file_id
            WHERE t.customer IS NULL OR t.customer <> f.customer
            GROUP BY t.file_id, t.customer ORDER BY t.file_id LIMIT 20""";

    /** Occurrences count the equal records of a file from 1: most are 1, and every other one has the one before it. */
    private static final String WRONG_OCCURRENCES = """
            WITH numbered AS (
                SELECT file_id, line, event_hash, occurrence FROM wau_audit_logs
                UNION ALL SELECT file_id, line, event_hash, occurrence FROM wau_suppressed
            ), later AS (
                SELECT * FROM numbered WHERE occurrence IS NULL OR occurrence <> 1
            )
            SELECT 'line ' || l.line || ' of file ' || l.file_id || ' has occurrence '
                || coalesce(l.occurrence::VARCHAR, 'NULL') || ', but no equal record comes before it'
            FROM later l LEFT JOIN numbered n ON n.file_id = l.file_id AND n.event_hash = l.event_hash
                AND n.occurrence = l.occurrence - 1
            WHERE n.file_id IS NULL ORDER BY l.file_id, l.line LIMIT 20""";

    private static final String WRONG_COPIES = """
            SELECT 'file ' || c.file_id || ' (' || c.object_key || ') is kept as a copy of file '
                || coalesce(c.copy_of::VARCHAR, 'NULL') || ', which isn''t a loaded file with its content'
            FROM wau_files c LEFT JOIN wau_files o ON o.file_id = c.copy_of AND o.state = 'loaded'
                AND o.sha256 = c.sha256 AND o.customer = c.customer
            WHERE c.state = 'copy' AND o.file_id IS NULL ORDER BY c.file_id LIMIT 20""";

    private static final String WRONG_RESTATEMENTS = """
            SELECT 'the restatement of week ' || first_day || ' of customer ' || customer || ' by run ' || run
                || ': its files changed ' || sum(events_change) || ' events, before and after differ by '
                || (max(events_after) - max(events_before))
            FROM wau_restatements GROUP BY run, customer, first_day
            HAVING sum(events_change) <> max(events_after) - max(events_before)
            ORDER BY customer, first_day LIMIT 20""";

    private final Session session;

    Inconsistencies(Session session) {
        this.session = session;
    }

    List<String> find() {
        List<String> found = new ArrayList<>();
        session.dialect().wholeTables(session);
        check(UNKNOWN_FILES.formatted("wau_audit_logs", "'loaded'"), found);
        check(UNKNOWN_FILES.formatted("wau_suppressed", "'loaded'"), found);
        check(UNKNOWN_FILES.formatted("wau_rejects", "'loaded', 'copy'"), found);
        check(WRONG_COUNTS.formatted("wau_audit_logs", "records_loaded"), found);
        check(WRONG_COUNTS.formatted("wau_suppressed", "records_suppressed"), found);
        check(WRONG_SUMS, found);
        check(WRONG_REJECTS, found);
        List.of("wau_files", "wau_batches", "wau_restatements")
                .forEach(table -> check(UNKNOWN_RUNS.formatted(table), found));
        List.of("wau_files", "wau_runs", "wau_batch_customers")
                .forEach(table -> check(UNKNOWN_BATCHES.formatted(table, NOT_REWOUND.get(table)), found));
        check(UNKNOWN_CUSTOMERS, found);
        check(LOST_FILES, found);
        check(NO_CARRIER, found);
        check(OTHER_CUSTOMERS.formatted("wau_audit_logs"), found);
        check(OTHER_CUSTOMERS.formatted("wau_suppressed"), found);
        check(WRONG_OCCURRENCES, found);
        check(WRONG_COPIES, found);
        check(WRONG_RESTATEMENTS, found);
        String none = RowIdentity.NONE.name().toLowerCase(Locale.ROOT);
        if (!Tables.setting(session, "row_identity").contains(none)) {
            check(TWO_CARRIERS, found);
        }
        return found;
    }

    private void check(String sql, List<String> found) {
        found.addAll(session.list(sql, row -> row.getString(1)));
    }
}
