package dev.wau.warehouse.postgresql;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.sql.Session;
import java.time.Duration;

/**
 * Lets one transaction load at a time: a lock on the table of runs, which readers don't notice, and which ends with the
 * transaction, however that ends. Thread-safe.
 */
final class WriterLock {

    private static final String HOLDERS = """
            SELECT coalesce(nullif(a.application_name, ''), 'a client') || ', server process ' || a.pid
                || coalesce(' from ' || host(a.client_addr), '')
            FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.relation = 'wau_runs'::regclass AND l.granted AND l.mode = 'ExclusiveLock'""";

    private final PostgresConnections connections;
    private final Patience patience;

    WriterLock(PostgresConnections connections) {
        this.connections = connections;
        this.patience = connections.patience();
    }

    /**
     * A session whose transaction is open and holds the lock.
     *
     * @throws WauException BUSY: another run held it for longer than the patience
     */
    Session begin() {
        if (patience.longest().compareTo(Patience.TOLD_AFTER) <= 0) {
            return begin(patience.longest());
        }
        try {
            return begin(Patience.TOLD_AFTER);
        } catch (WauException e) {
            if (e.code() != ErrorCode.BUSY) {
                throw e;
            }
            patience.waiting().accept("waiting for the warehouse: " + holder() + " holds it");
            return begin(patience.longest().minus(Patience.TOLD_AFTER));
        }
    }

    private Session begin(Duration longest) {
        Session session = connections.session();
        try {
            session.update("BEGIN");
            session.list(
                    "SELECT set_config('lock_timeout', ?, true)",
                    row -> row.getString(1),
                    Math.max(1, longest.toMillis()) + "ms");
            session.update("LOCK TABLE wau_runs IN EXCLUSIVE MODE");
            return session;
        } catch (WauException e) {
            session.close();
            throw e.code() == ErrorCode.BUSY ? busy(e) : e;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private String holder() {
        try (Session session = connections.session()) {
            return session.list(HOLDERS, row -> row.getString(1)).stream()
                    .findFirst()
                    .orElse("another run");
        }
    }

    private WauException busy(WauException cause) {
        return new WauException(
                ErrorCode.BUSY,
                "Cannot load into " + connections.name() + ": " + holder() + " holds it (one run at a time; waited "
                        + patience.longest().toSeconds() + " s: try again when it is done)",
                cause);
    }
}
