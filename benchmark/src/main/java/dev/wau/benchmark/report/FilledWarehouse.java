package dev.wau.benchmark.report;

import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Warehouse;
import dev.wau.model.Customer;
import dev.wau.model.RunId;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * A warehouse with years of events, put into its tables by its own SQL; a run then makes the rollup. Each user has a day on
 * which he or she came, a liking for the product (a fifth comes most days, a third hardly ever), working days, and the hours
 * of the customer's place on Earth. Two and a half events on an active day, of twenty names, the frequent ones far more
 * often. The same numbers make the same events, on every warehouse.
 *
 * @param customers how many
 * @param users of each, on average
 * @param days until 2025-07-01
 */
public record FilledWarehouse(int customers, int users, int days) {

    /** The fewest users of a customer on average: each has 40, and some have more. */
    public static final int LEAST_USERS = 41;

    /** The day after the last one. */
    static final String END = "TIMESTAMP '2025-07-01 00:00:00'";

    private static final int DAYS_AT_ONCE = 10;
    private static final int PRIME = 1_000_003;

    private static final String ROWS = """
            INSERT INTO wau_audit_logs (customer, event_time, event, user_id, user_agent, file_id, line, event_hash,
                occurrence)
            WITH days AS (
                SELECT c, u, d, (c * 7919 + u * 104729 + d * 15485863) % ${prime} AS h, (c * 131 + u * 977) % 100 AS liking,
                    ((c * 31 + u * 17) * 48271 % ${prime}) % (${days} * 3 / 2) - ${days} / 2 AS came
                FROM ${customers}, ${users}, ${range}
                WHERE u < 40 + (c * 7907) % (2 * (${most} - 40))
            ), active AS (
                SELECT *, (h * 48271) % ${prime} AS r FROM days
                WHERE d >= came AND (h * 69621) % ${prime} % 100 <
                    CASE WHEN liking < 20 THEN 97 WHEN liking < 67 THEN 65 ELSE 12 END
                    / CASE WHEN d % 7 IN (4, 5) THEN 5 ELSE 1 END
            ), events AS (
                SELECT c, u, d, n, (r * (n + 3) * 16807) % ${prime} AS r FROM active, ${events}
                WHERE n <= (r % 97) % 4
            )
            SELECT 'customer-' || c, ${start} + d * INTERVAL '1 day'
                + (((c * 5 % 24) * 3600 + 28800 + r % 36000) % 86400) * INTERVAL '1 second',
                'event.' || ((r % 211) * (r % 211) / 2300), 'user-' || c || '-' || u, 'Mozilla/5.0 (X11; Linux x86_64)',
                d * ${count} + c + 1, u * 4 + n + 2, ${uuid}, 1
            FROM events""";

    private static final String FILES = """
            INSERT INTO wau_files (file_id, object_key, sha256, version, customer, bytes, records_read, records_loaded,
                records_rejected, records_suppressed, first_event_time, last_event_time, state, run, changed_at)
            SELECT d * ${count} + c + 1, 'csv/customer-' || c || '/day-' || d || '.csv',
                md5('a' || d || '-' || c) || md5('b' || d || '-' || c), 'v', 'customer-' || c, 9000, 0, 0, 0, 0,
                ${start} + d * INTERVAL '1 day', ${start} + d * INTERVAL '1 day' + INTERVAL '86399 seconds', 'loaded',
                'filled', ${start} + d * INTERVAL '1 day'
            FROM ${customers}, ${range}""";

    /** The customer of a number from 0 on. */
    public static Customer customer(int number) {
        return new Customer("customer-" + number);
    }

    /** Makes it, unless it is there; fails where an earlier attempt was stopped half-way. */
    public void make(String url) throws SQLException {
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            if (warehouse.activity().basis().files() > 0) {
                requireWhole(warehouse, url);
                return;
            }
            try (LoadTransaction first = warehouse.begin(run())) {
                first.commit("made the tables");
            }
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            fill(statement, url.startsWith("jdbc:duckdb:"));
        }
        rollUp(url);
    }

    private static void requireWhole(Warehouse warehouse, String url) {
        Object missing = warehouse
                .query(
                        "SELECT (SELECT count(*) FROM wau_audit_logs) - coalesce((SELECT sum(events) FROM wau_rollup_parts), 0)"
                                + " + (SELECT 1 - count(*) FROM wau_settings WHERE name = 'rollup')",
                        1)
                .rows()
                .get(0)
                .get(0);
        if (!"0".equals(String.valueOf(missing))) {
            throw new IllegalStateException("The warehouse " + url
                    + " was not filled to its end, or its rollup isn't kept: remove it, it is made again");
        }
    }

    /** Makes the rollup anew, and says how long that took, in seconds. */
    public static double rollUp(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM wau_settings WHERE name = 'rollup'");
        }
        long begin = System.nanoTime();
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE);
                LoadTransaction transaction = warehouse.begin(run())) {
            transaction.commit("made the rollup");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static LoadRun run() {
        return new LoadRun(
                RunId.random(),
                LoadRun.Kind.LOAD,
                null,
                Instant.parse("2025-07-01T00:00:00Z"),
                RowIdentity.FINGERPRINT,
                ColumnPolicy.EVOLVE,
                10);
    }

    private void fill(Statement statement, boolean duckDb) throws SQLException {
        if (duckDb) {
            statement.execute("SET memory_limit = '4GiB'");
            statement.execute("SET preserve_insertion_order = false");
        }
        for (int day = 0; day < days; day += DAYS_AT_ONCE) {
            int to = Math.min(days, day + DAYS_AT_ONCE);
            statement.execute(said(FILES, duckDb, day, to));
            statement.execute(said(ROWS, duckDb, day, to));
        }
        statement.execute(duckDb ? "CHECKPOINT" : "VACUUM (ANALYZE)");
    }

    private String said(String sql, boolean duckDb, int from, int to) {
        return sql.replace("${start}", "(" + END + " - " + days + " * INTERVAL '1 day')")
                .replace("${customers}", series(duckDb, 0, customers, "c"))
                .replace("${users}", series(duckDb, 0, 2L * users, "u"))
                .replace("${range}", series(duckDb, from, to, "d"))
                .replace("${events}", series(duckDb, 0, 4, "n"))
                .replace("${days}", String.valueOf(days))
                .replace("${most}", String.valueOf(users))
                .replace("${count}", String.valueOf(customers))
                .replace("${prime}", String.valueOf(PRIME))
                .replace("${uuid}", duckDb ? "uuid()" : "gen_random_uuid()")
                .replace(" / ", duckDb ? " // " : " / ");
    }

    private static String series(boolean duckDb, long from, long to, String name) {
        return duckDb
                ? "range(" + from + ", " + to + ") t" + name + "(" + name + ")"
                : "generate_series(" + from + "::BIGINT, " + (to - 1) + ") t" + name + "(" + name + ")";
    }
}
