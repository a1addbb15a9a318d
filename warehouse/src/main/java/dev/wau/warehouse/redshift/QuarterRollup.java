package dev.wau.warehouse.redshift;

import dev.wau.warehouse.rollup.RollupForm;
import dev.wau.warehouse.sql.FileCounting;
import dev.wau.warehouse.sql.Members;
import dev.wau.warehouse.sql.Rollup;
import dev.wau.warehouse.sql.Session;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the table {@code wau_rollup}. One that isn't there, or is of another form, is made anew before the commit. */
final class QuarterRollup implements Rollup {

    private static final String CHANGE = "CREATE TEMP TABLE rollup_change AS " + QuarterRollups.COUNT;

    private static final String APPLY = """
            MERGE INTO wau_rollup USING rollup_change c
            ON wau_rollup.event_time = c.event_time AND wau_rollup.customer = c.customer
                AND wau_rollup.user_id = c.user_id AND wau_rollup.event = c.event
            WHEN MATCHED THEN UPDATE SET events = wau_rollup.events + c.events
            WHEN NOT MATCHED THEN INSERT (customer, event_time, user_id, event, events)
                VALUES (c.customer, c.event_time, c.user_id, c.event, c.events)""";

    private static final String ROWS = "SELECT customer, event_time, user_id, event FROM wau_audit_logs";

    private final Session session;
    private final String form;
    private boolean kept;

    QuarterRollup(Session session, String form) {
        this.session = session;
        this.form = form;
        kept = session.number(
                        "SELECT count(*) FROM wau_settings WHERE name = ? AND value = ?", RollupForm.SETTING, form)
                > 0;
    }

    /** Redshift counts itself. */
    @Override
    public FileCounting counting() {
        return FileCounting.none();
    }

    /** The bounds stand twice: blocks of rows are skipped by values. */
    @Override
    public void entered(Map<Long, String> counted, Collection<Long> files, long suppressed) {
        if (!files.isEmpty()) {
            Members ids = session.dialect().numbers(session, files);
            change(
                    ROWS + " WHERE file_id BETWEEN " + Collections.min(files) + " AND " + Collections.max(files)
                            + " AND file_id IN (" + ids.sql() + ")",
                    "count(*)",
                    ids.with());
        }
    }

    @Override
    public void back(String rows) {
        change(rows, "count(*)");
    }

    @Override
    public void leaving(String rows) {
        change(rows, "-count(*)");
        if (kept) {
            session.update("DELETE FROM wau_rollup WHERE events = 0");
        }
    }

    private void change(String rows, String events, @Nullable Object... values) {
        if (kept) {
            session.update(CHANGE.formatted(rows, events), values);
            session.update(APPLY);
            session.update("DROP TABLE rollup_change");
        }
    }

    @Override
    public void settle() {
        if (!kept) {
            session.update("DELETE FROM wau_rollup");
            session.update("INSERT INTO wau_rollup (" + QuarterRollups.CELL + ", events) "
                    + QuarterRollups.COUNT.formatted(ROWS, "count(*)"));
            session.update("DELETE FROM wau_settings WHERE name = ?", RollupForm.SETTING);
            session.update("INSERT INTO wau_settings VALUES (?, ?)", RollupForm.SETTING, form);
            kept = true;
        }
    }

    @Override
    public void close() {}
}
