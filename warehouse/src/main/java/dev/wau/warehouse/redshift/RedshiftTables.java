package dev.wau.warehouse.redshift;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
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

    /** Refuses a schema without wau's tables. */
    void requireThere() {
        if (!Tables.exist(session)) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find wau's tables in " + warehouse + " ('wau load' makes them; to read them, the user needs"
                            + " USAGE on the schema and SELECT on the tables)");
        }
        Tables.requireKnownVersion(session, warehouse);
    }

    /** Creates what is missing, in one transaction. */
    void create() {
        if (Tables.exist(session)) {
            Tables.requireKnownVersion(session, warehouse);
            return;
        }
        session.update("BEGIN");
        session.update("CREATE TABLE IF NOT EXISTS wau_writer (turn BIGINT)");
        Tables.create(session);
        session.update("COMMIT");
    }
}
