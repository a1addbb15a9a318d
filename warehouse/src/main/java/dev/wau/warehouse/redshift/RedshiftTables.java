package dev.wau.warehouse.redshift;

import dev.wau.warehouse.sql.MissingTables;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.Tables;

/** The tables in Redshift: the shared ones, and the one whose lock lets one run load at a time. */
final class RedshiftTables {

    private final Session session;
    private final String warehouse;

    RedshiftTables(Session session, String warehouse) {
        this.session = session;
        this.warehouse = warehouse;
    }

    /** Creates what is missing, in one transaction. */
    void create() {
        if (Tables.exist(session)) {
            Tables.requireKnownVersion(session, warehouse);
            MissingTables.refuse(session, warehouse);
            return;
        }
        session.update("BEGIN");
        session.update("CREATE TABLE IF NOT EXISTS wau_writer (turn BIGINT)");
        Tables.create(session);
        session.update("COMMIT");
    }
}
