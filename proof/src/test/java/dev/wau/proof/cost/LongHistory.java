package dev.wau.proof.cost;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills a warehouse, from within, with years of history: each day a file of each of 1,000 customers, 50 rows each, in the
 * order in which they would have been loaded.
 *
 * @param files versions, all loaded
 */
record LongHistory(long files) {

    static final int CUSTOMERS = 1_000;
    static final int ROWS_A_FILE = 50;

    /** Days that one statement fills: what a warehouse has to hold at once. */
    private static final int DAYS_AT_ONCE = 50;

    /** The day after the last one. */
    private static final String END = "TIMESTAMP '2025-07-01 00:00:00'";

    private static final String FILES = """
            INSERT INTO wau_files (file_id, object_key, sha256, version, batch, customer, bytes, records_read,
                records_loaded, records_rejected, records_suppressed, first_event_time, last_event_time, state, run,
                changed_at)
            SELECT f + 1000, 'csv/c' || (f % 1000) || '/c' || (f % 1000) || '-' || (f / 1000) || '.csv',
                md5('a' || f) || md5('b' || f), 'v' || f, 'a' || (100000 + f / 1000), 'c' || (f % 1000), 9000, 50, 50, 0, 0,
                ${day}, ${day} + 49 * 1700 * INTERVAL '1 second', 'loaded', 'run' || (f / 1000),
                ${day} + INTERVAL '1 day'
            FROM ${files}""";

    private static final String ROWS = """
            INSERT INTO wau_audit_logs (customer, event_time, event, user_id, user_agent, unique_identifier, file_id, line,
                event_hash, occurrence)
            SELECT 'c' || (f % 1000), ${day} + n * 1700 * INTERVAL '1 second', 'event.' || (n % 7),
                'user' || ((f * 7 + n * 13) % 40), 'Mozilla/5.0 (X11; Linux x86_64)', 'id-' || f || '-' || n, f + 1000, n + 2,
                gen_random_uuid(), 1
            FROM ${files}, ${rows}""";

    private static final List<String> BATCHES = List.of("""
            INSERT INTO wau_batches SELECT 'a' || (100000 + f), ${start} + f * INTERVAL '1 day',
                ${start} + f * INTERVAL '1 day', 'run' || f FROM ${days}""", """
            INSERT INTO wau_batch_customers
            SELECT 'a' || (100000 + f), 'c' || n, 'copied', 1, NULL FROM ${days}, ${customers}""", """
            INSERT INTO wau_runs SELECT 'run' || f, 'load', 'a' || (100000 + f), ${start} + f * INTERVAL '1 day',
                ${start} + f * INTERVAL '1 day', 'filled' FROM ${days}""");

    /** Fills the tables, which a first run has made. */
    void fill(String url) throws SQLException {
        long days = files / CUSTOMERS;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            boolean duckDb = url.startsWith("jdbc:duckdb:");
            if (duckDb) {
                statement.execute("SET memory_limit = '4GiB'");
                statement.execute("SET preserve_insertion_order = false");
            }
            for (String sql : BATCHES) {
                statement.execute(said(sql, duckDb, days, 0, 0));
            }
            for (long day = 0; day < days; day += DAYS_AT_ONCE) {
                long from = day * CUSTOMERS;
                long to = Math.min(files, (day + DAYS_AT_ONCE) * CUSTOMERS);
                statement.execute(said(FILES, duckDb, days, from, to));
                statement.execute(said(ROWS, duckDb, days, from, to));
            }
            statement.execute(duckDb ? "CHECKPOINT" : "VACUUM (ANALYZE)");
        }
    }

    private static String said(String sql, boolean duckDb, long days, long from, long to) {
        String start = "(" + END + " - " + days + " * INTERVAL '1 day')";
        return sql.replace("${day}", "(" + start + " + (f / 1000) * INTERVAL '1 day')")
                .replace("${start}", start)
                .replace("${files}", series(duckDb, from, to, "f"))
                .replace("${days}", series(duckDb, 0, days, "f"))
                .replace("${rows}", series(duckDb, 0, ROWS_A_FILE, "n"))
                .replace("${customers}", series(duckDb, 0, CUSTOMERS, "n"))
                .replace(" / ", duckDb ? " // " : " / ");
    }

    private static String series(boolean duckDb, long from, long to, String name) {
        return duckDb
                ? "range(" + from + ", " + to + ") t" + name + "(" + name + ")"
                : "generate_series(" + from + "::BIGINT, " + (to - 1) + ") t" + name + "(" + name + ")";
    }
}
