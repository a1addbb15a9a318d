package dev.wau.warehouse.redshift;

import dev.wau.load.CommitOutcome;
import dev.wau.model.ErrorCode;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.SqlDialect;
import dev.wau.warehouse.sql.Tables;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeSet;

/**
 * Lets one transaction load at a time: a lock on a table of its own, because Redshift's only lock keeps readers waiting
 * too. It comes first in the transaction: what that sees is as of after the wait. Thread-safe.
 */
final class WriterLock {

    private final RedshiftConnections connections;
    private final Patience patience;

    WriterLock(RedshiftConnections connections) {
        this.connections = connections;
        this.patience = connections.setting().patience();
    }

    /** A session of its own, in these words. */
    Session session(SqlDialect words) {
        return connections.session(words);
    }

    /**
     * Begins a transaction that holds the lock.
     *
     * @throws WauException BUSY: another run held it for longer than the patience
     */
    void take(Session session) {
        Duration statement = connections.setting().redshift().statementTimeout();
        session.update(
                "SET statement_timeout TO " + Math.max(1, patience.longest().toMillis()));
        session.update("BEGIN");
        try {
            session.update("LOCK wau_writer");
        } catch (WauException e) {
            throw e.code() == ErrorCode.LIMIT_REACHED ? busy(e) : e;
        }
        session.update("SET statement_timeout TO " + statement.toMillis());
    }

    private WauException busy(WauException cause) {
        return new WauException(
                ErrorCode.BUSY,
                "Cannot load into " + connections.name() + ": another run holds it (one run at a time; waited "
                        + patience.longest().toSeconds()
                        + " s: try again when it is done; 'SELECT * FROM svv_transactions' names its process)",
                cause);
    }

    /**
     * What became of a run. Its own transaction may still be on its way, and its row invisible: so this waits for the
     * lock that every run holds to its end. Who has the lock sees what became of all before.
     */
    CommitOutcome outcome(RunId run) {
        try (Session session = connections.session()) {
            take(session);
            boolean known = session.number("SELECT count(*) FROM wau_runs WHERE run = ?", run.value()) > 0;
            session.rollback();
            return known ? CommitOutcome.COMMITTED : CommitOutcome.ROLLED_BACK;
        } catch (WauException e) {
            return CommitOutcome.UNKNOWN;
        }
    }

    /** Adds those columns that are missing, in a moment of their own. */
    void addColumns(Collection<String> names) {
        try (Session session = connections.session()) {
            TreeSet<String> missing = new TreeSet<>(names);
            missing.removeAll(session.dialect().columns(session, "wau_audit_logs"));
            Tables.addColumns(session, missing);
        }
    }
}
