package dev.wau.warehouse.postgresql;

import dev.wau.csv.RowIdentity;
import dev.wau.warehouse.sql.Session;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The indexes by which rows are found again: by what makes two of them equal, and by their file. The first leads with
 * customer and time: a look-up reads the part that a file covers, and new rows come at the ends. It is unique where rows
 * are: a guard below the load's own check.
 *
 * <p>They are made when the first files were read. Where these went straight into the table, of 3 million rows that takes a
 * third of what it takes to keep the indexes row by row.
 */
final class RowIndexes {

    /** Sorting more than this goes to the server's disk. */
    private static final String MEMORY = "256MB";

    /** An autovacuum of the table gives way after PostgreSQL's deadlock_timeout; others may take their time. */
    private static final String LONGEST_WAIT = "60s";

    private static final String FILE = "wau_audit_logs_file";
    private static final String IDENTITY = "wau_audit_logs_identity";
    private static final String TIME = "wau_audit_logs_time";

    private RowIndexes() {}

    /**
     * What makes rows equal was chosen, and the tables are empty. What an older version or a run that failed chose is of
     * no use; in a transaction of its own, since that closes the table until it ends.
     */
    static void forget(PostgresConnections connections) {
        try (Session session = connections.session()) {
            session.update("BEGIN");
            session.update("DROP INDEX IF EXISTS " + IDENTITY);
            session.update("DROP INDEX IF EXISTS " + TIME);
            session.update("COMMIT");
        }
    }

    /** Makes those that are missing, in the run's transaction: readers go on meanwhile. */
    static void complete(Session session, RowIdentity identity) {
        Map<String, String> missing = indexes(identity);
        session.list(
                        "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
                                + " AND tablename = 'wau_audit_logs'",
                        row -> row.getString(1))
                .forEach(missing::remove);
        if (missing.isEmpty()) {
            return;
        }
        String patience = set(session, "lock_timeout", LONGEST_WAIT);
        String memory = set(session, "maintenance_work_mem", MEMORY);
        missing.values().forEach(session::update);
        set(session, "lock_timeout", patience);
        set(session, "maintenance_work_mem", memory);
    }

    /** For this transaction; tells what was set before. */
    private static String set(Session session, String setting, String value) {
        String before = session.list("SELECT current_setting(?)", row -> row.getString(1), setting)
                .get(0);
        session.list("SELECT set_config(?, ?, true)", row -> row.getString(1), setting, value);
        return before;
    }

    private static Map<String, String> indexes(RowIdentity identity) {
        Map<String, String> indexes = new LinkedHashMap<>();
        indexes.put(FILE, index("INDEX", FILE, "file_id"));
        switch (identity) {
            case FINGERPRINT ->
                indexes.put(IDENTITY, index("UNIQUE INDEX", IDENTITY, "customer, event_time, event_hash, occurrence"));
            case IDENTIFIER -> {
                indexes.put(IDENTITY, index("UNIQUE INDEX", IDENTITY, "customer, event_hash, occurrence"));
                indexes.put(TIME, index("INDEX", TIME, "customer, event_time"));
            }
            case NONE -> indexes.put(TIME, index("INDEX", TIME, "customer, event_time"));
        }
        return indexes;
    }

    private static String index(String kind, String name, String columns) {
        return "CREATE " + kind + " " + name + " ON wau_audit_logs (" + columns + ")";
    }
}
