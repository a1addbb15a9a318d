package dev.wau.warehouse.redshift;

import dev.wau.warehouse.rollup.RollupForm;
import dev.wau.warehouse.sql.Rollup;
import dev.wau.warehouse.sql.Rollups;
import dev.wau.warehouse.sql.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * Rollups as a table: how many events of which kind each user had in each quarter of an hour. Counted where the rows are;
 * who asks groups it on. A quarter of an hour, because all zones' hours begin on one.
 */
final class QuarterRollups implements Rollups {

    /** The columns of {@code wau_rollup}: an empty user is none. */
    static final String CELL = "customer, event_time, user_id, event";

    /** What follows a query of rows with these columns, to make cells of it. */
    static final String COUNT = """
            SELECT customer, DATEADD(minute, -(CAST(EXTRACT(minute FROM event_time) AS INTEGER) %% 15),
                    DATE_TRUNC('minute', event_time)) AS event_time,
                COALESCE(user_id, '') AS user_id, event, CAST(%2$s AS BIGINT) AS events
            FROM (%1$s) r GROUP BY 1, 2, 3, 4""";

    private static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS wau_rollup (
                customer ${text}, event_time TIMESTAMP, user_id ${text}, event ${text}, events BIGINT)
            DISTSTYLE KEY DISTKEY (user_id) COMPOUND SORTKEY (event_time, customer)""");

    private static final String DIFFERENCES = """
            SELECT customer, count(*) AS cells FROM (
                SELECT %1$s FROM (
                    SELECT %1$s, events FROM (%2$s) c
                    UNION ALL SELECT %1$s, -events FROM wau_rollup) b
                GROUP BY %1$s HAVING sum(events) <> 0) d
            GROUP BY customer ORDER BY customer LIMIT 20""";

    private static final String MEND =
            ": reports may be wrong (DELETE FROM wau_settings WHERE name = 'rollup': the next load makes it anew)";

    @Override
    public String form() {
        return "quarters 1";
    }

    @Override
    public List<String> tables() {
        return TABLES;
    }

    @Override
    public Rollup open(Session session) {
        return new QuarterRollup(session, form());
    }

    @Override
    public List<String> differences(Session session) {
        if (session.number("SELECT count(*) FROM wau_settings WHERE name = ? AND value = ?", RollupForm.SETTING, form())
                == 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        String rows = COUNT.formatted("SELECT customer, event_time, user_id, event FROM wau_audit_logs", "count(*)");
        session.each(
                DIFFERENCES.formatted(CELL, rows),
                row -> found.add("the rollup of customer " + row.getString("customer") + " differs from the rows in "
                        + row.getLong("cells") + " counts" + MEND));
        return found;
    }
}
