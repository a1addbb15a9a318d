package dev.wau.warehouse.postgresql;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.Identifiers;
import dev.wau.warehouse.sql.Session;
import java.util.Collection;
import java.util.List;

/**
 * Adds columns in a transaction of its own. A table that gets a column is closed to readers until the transaction ends:
 * in the run's own, that would be the whole run, the run's own look at the numbers before it included. Here it is an
 * instant. While a query under way holds the table, new ones must not queue up behind the change: so each attempt waits
 * a moment only, and gives way.
 */
final class NewColumns {

    /** Longer than PostgreSQL's deadlock_timeout: only then does an autovacuum of the table give way. */
    private static final int ATTEMPT_MILLIS = 1_500;

    private static final int BETWEEN_MILLIS = 500;

    private final PostgresConnections connections;

    NewColumns(PostgresConnections connections) {
        this.connections = connections;
    }

    /**
     * Adds those that are missing to both tables of rows.
     *
     * @throws WauException BUSY: queries held the tables for longer than the patience
     */
    void add(Collection<String> names) {
        long deadline = System.nanoTime() + connections.patience().longest().toNanos();
        while (true) {
            try {
                attempt(names);
                return;
            } catch (WauException e) {
                if (e.code() != ErrorCode.BUSY) {
                    throw e;
                }
                if (System.nanoTime() >= deadline) {
                    throw new WauException(
                            ErrorCode.BUSY,
                            "Cannot add columns to wau_audit_logs of " + connections.name()
                                    + ": queries hold the table (waited "
                                    + connections.patience().longest().toSeconds()
                                    + " s; pg_stat_activity shows them; try again when they are done)",
                            e);
                }
                pause(e);
            }
        }
    }

    private void attempt(Collection<String> names) {
        try (Session session = connections.session()) {
            session.update("SET lock_timeout = " + ATTEMPT_MILLIS);
            session.update("BEGIN");
            for (String name : names) {
                for (String table : List.of("wau_audit_logs", "wau_suppressed")) {
                    session.update("ALTER TABLE " + table + " ADD COLUMN IF NOT EXISTS " + Identifiers.quote(name)
                            + " VARCHAR COLLATE \"C\"");
                }
            }
            session.update("COMMIT");
        }
    }

    private static void pause(WauException failure) {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
