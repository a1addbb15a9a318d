package dev.wau.warehouse.redshift;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.Identifiers;
import dev.wau.warehouse.sql.Session;
import java.util.List;
import java.util.UUID;

/** The schema of one self-test: its name is no other's. Used by one thread. */
final class ScratchSchema {

    private static final String PREFIX = "wau_doctor_";

    private final RedshiftConnections connections;
    private final String name =
            PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    ScratchSchema(RedshiftConnections connections) {
        this.connections = connections;
    }

    String name() {
        return name;
    }

    /** Refuses what a self-test left that was killed. */
    void requireNoneLeft() {
        List<String> left;
        try (Session session = connections.session()) {
            left = session.list(
                    "SELECT DISTINCT table_schema FROM svv_tables WHERE table_schema LIKE ? ORDER BY table_schema",
                    row -> row.getString(1),
                    PREFIX + "%");
        }
        if (!left.isEmpty()) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "An earlier self-test left " + String.join(", ", left)
                            + " (unless one is at work now, drop it: DROP SCHEMA " + left.get(0) + " CASCADE)");
        }
    }

    void create() {
        try (Session session = connections.session()) {
            session.update("CREATE SCHEMA " + Identifiers.quote(name));
        }
    }

    void drop() {
        try (Session session = connections.session()) {
            session.update("DROP SCHEMA " + Identifiers.quote(name) + " CASCADE");
        } catch (WauException e) {
            throw new WauException(
                    e.code(),
                    "Cannot drop the scratch schema " + name + ": " + e.getMessage() + " (drop it: DROP SCHEMA " + name
                            + " CASCADE)",
                    e);
        }
    }
}
