package dev.wau.warehouse.postgresql;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.MissingTables;
import dev.wau.warehouse.sql.Session;
import dev.wau.warehouse.sql.Tables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables in PostgreSQL: the shared ones, with the indexes that keep a load's cost with its own rows; {@link RowIndexes}
 * has those of the rows.
 */
final class PostgresTables {

    private static final int OLDEST = 13;

    private static final List<String> INDEXES = List.of(
            "CREATE UNIQUE INDEX IF NOT EXISTS wau_files_id ON wau_files (file_id)",
            "CREATE INDEX IF NOT EXISTS wau_files_key ON wau_files (object_key)",
            "CREATE INDEX IF NOT EXISTS wau_files_content ON wau_files (sha256) WHERE state = 'loaded'",
            "CREATE INDEX IF NOT EXISTS wau_files_reach ON wau_files (customer, last_event_time) WHERE state = 'loaded'",
            "CREATE INDEX IF NOT EXISTS wau_files_copy ON wau_files (copy_of) WHERE copy_of IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS wau_restatements_customer ON wau_restatements (customer, week_end)",
            "CREATE INDEX IF NOT EXISTS wau_rejects_file ON wau_rejects (file_id)",
            "CREATE INDEX IF NOT EXISTS wau_suppressed_file ON wau_suppressed (file_id)",
            "CREATE INDEX IF NOT EXISTS wau_suppressed_identity ON wau_suppressed (customer, event_hash, occurrence)",
            "CREATE UNIQUE INDEX IF NOT EXISTS wau_rollup_parts_part ON wau_rollup_parts (part)",
            "CREATE INDEX IF NOT EXISTS wau_rollup_parts_place ON wau_rollup_parts (customer, month)",
            // Hash indexes: names may be longer than a B-tree takes.
            "CREATE INDEX IF NOT EXISTS wau_rollup_users_name ON wau_rollup_users USING hash (user_id)",
            "CREATE UNIQUE INDEX IF NOT EXISTS wau_rollup_users_number ON wau_rollup_users (customer, number)",
            "CREATE INDEX IF NOT EXISTS wau_rollup_events_name ON wau_rollup_events USING hash (event)",
            "CREATE UNIQUE INDEX IF NOT EXISTS wau_batches_batch ON wau_batches (batch)",
            "CREATE UNIQUE INDEX IF NOT EXISTS wau_batch_customers_batch ON wau_batch_customers (batch, customer)",
            "CREATE UNIQUE INDEX IF NOT EXISTS wau_runs_run ON wau_runs (run)",
            "CREATE INDEX IF NOT EXISTS wau_runs_ended ON wau_runs (ended_at)",
            "CREATE UNIQUE INDEX IF NOT EXISTS wau_settings_name ON wau_settings (name)");

    private static final String UNREADABLE = """
            SELECT relname FROM pg_class
            WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND relkind IN ('r', 'p', 'v', 'f')
                AND NOT has_table_privilege(oid, 'SELECT')
            ORDER BY relname""";

    private final Session session;
    private final String warehouse;

    PostgresTables(Session session, String warehouse) {
        this.session = session;
        this.warehouse = warehouse;
    }

    /** Refuses a server on which texts would change, or SQL would fail in the middle of a load. */
    void requireSupport() {
        String encoding = setting("server_encoding");
        if (!encoding.equals("UTF8")) {
            throw unsupported(
                    warehouse, "its encoding is " + encoding + " (wau needs UTF8, so that every text stays as it is)");
        }
        requireVersion(Integer.parseInt(setting("server_version_num")), warehouse);
        if (session.list("SELECT current_schema()", row -> row.getString(1) != null)
                .contains(false)) {
            throw unsupported(
                    warehouse,
                    "no schema of its search path can be used (it must exist, and the URL's user needs USAGE on it)");
        }
    }

    /**
     * Refuses a server that is too old.
     *
     * @param number as {@code server_version_num} has it: 120022
     */
    static void requireVersion(int number, String warehouse) {
        int version = number / 10_000;
        if (version < OLDEST) {
            throw unsupported(warehouse, "it is PostgreSQL " + version + " (wau needs " + OLDEST + " or newer)");
        }
    }

    /** Refuses a schema without tables of ours that this version, as this user, can read. */
    void requireThere() {
        Tables.requireThere(session, warehouse);
        Set<String> own = MissingTables.names(session.dialect()).collect(Collectors.toSet());
        List<String> closed = session.list(UNREADABLE, row -> row.getString(1)).stream()
                .filter(own::contains)
                .toList();
        if (!closed.isEmpty()) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot read " + warehouse + ": permission denied for " + String.join(", ", closed)
                            + " (grant SELECT on wau's tables to the URL's user, or name another user)");
        }
    }

    private String setting(String name) {
        return session.list("SELECT current_setting(?)", row -> row.getString(1), name)
                .get(0);
    }

    private static WauException unsupported(String warehouse, String why) {
        return new WauException(ErrorCode.INVALID_CONFIGURATION, "Cannot use the warehouse " + warehouse + ": " + why);
    }

    /** Creates what is missing, brings what is older up to date; asks for no right to create where nothing is. */
    void create() {
        session.update("BEGIN");
        // Two that create the same table at once fail on PostgreSQL's own catalog.
        session.number("SELECT 1 FROM pg_advisory_xact_lock(hashtext('wau tables in ' || current_schema()))");
        if (!Tables.exist(session) || Tables.isOlder(session)) {
            Tables.create(session);
            INDEXES.forEach(session::update);
            // Rollups are small numbers in dense bytes: compressing them costs time and saves little room.
            List.of("summary", "days", "edges", "quarters", "detail")
                    .forEach(column -> session.update(
                            "ALTER TABLE wau_rollup_parts ALTER COLUMN " + column + " SET STORAGE EXTERNAL"));
        }
        session.update("COMMIT");
        Tables.requireKnownVersion(session, warehouse);
        MissingTables.refuse(session, warehouse);
    }
}
