package dev.wau.warehouse.postgresql;

import dev.wau.csv.RowIdentity;
import dev.wau.warehouse.sql.Session;
import java.util.List;

/**
 * The index by which rows are found again, once it is known what makes two of them equal. It leads with customer and time:
 * a look-up reads the part that a file covers, and new rows come at the ends. Unique where rows are: a guard below the
 * load's own check.
 */
final class IdentityIndex {

    private static final String BY_TIME = "CREATE INDEX wau_audit_logs_time ON wau_audit_logs (customer, event_time)";

    private final PostgresConnections connections;

    IdentityIndex(PostgresConnections connections) {
        this.connections = connections;
    }

    /** Makes it for empty tables, in a transaction of its own: it closes the table until that ends. */
    void create(RowIdentity identity) {
        try (Session session = connections.session()) {
            session.update("BEGIN");
            // A run that failed may have chosen otherwise.
            session.update("DROP INDEX IF EXISTS wau_audit_logs_identity");
            session.update("DROP INDEX IF EXISTS wau_audit_logs_time");
            indexes(identity).forEach(session::update);
            session.update("COMMIT");
        }
    }

    private static List<String> indexes(RowIdentity identity) {
        return switch (identity) {
            case FINGERPRINT ->
                List.of("CREATE UNIQUE INDEX wau_audit_logs_identity ON wau_audit_logs"
                        + " (customer, event_time, event_hash, occurrence)");
            case IDENTIFIER ->
                List.of(
                        "CREATE UNIQUE INDEX wau_audit_logs_identity ON wau_audit_logs"
                                + " (customer, event_hash, occurrence)",
                        BY_TIME);
            case NONE -> List.of(BY_TIME);
        };
    }
}
