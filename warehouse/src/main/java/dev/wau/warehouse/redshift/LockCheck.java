package dev.wau.warehouse.redshift;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.sql.Session;
import java.time.Duration;

/** Shows that one run loads at a time: the lock of wau's tables keeps a second session waiting until the first ends. */
final class LockCheck {

    private static final Duration WAITED = Duration.ofSeconds(1);

    private final RedshiftConnections connections;
    private final WriterLock lock;

    LockCheck(String url, WarehouseSetting setting) {
        this.connections = new RedshiftConnections(url, setting.with(Patience.of(WAITED)));
        this.lock = new WriterLock(connections);
    }

    void run() {
        try (Session first = connections.session();
                Session second = connections.session()) {
            lock.take(first);
            requireWaiting(second);
            first.rollback();
        }
        try (Session afterwards = connections.session()) {
            lock.take(afterwards);
            afterwards.rollback();
        }
    }

    private void requireWaiting(Session second) {
        try {
            lock.take(second);
        } catch (WauException e) {
            if (e.code() == ErrorCode.BUSY) {
                return;
            }
            throw e;
        }
        throw new WauException(
                ErrorCode.WAREHOUSE_FAILED,
                "Cannot keep a second run out: two sessions had the lock of wau_writer at once (don't load with more than"
                        + " one wau at a time, and report this)");
    }
}
