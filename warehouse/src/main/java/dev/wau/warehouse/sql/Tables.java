package dev.wau.warehouse.sql;

import dev.wau.load.ColumnPlan;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.rollup.RollupForm;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables, as {@code semantics.md} names them: the same in every warehouse, but for two types. */
public final class Tables {

    /** Raised when the tables change shape. */
    public static final int VERSION = 3;

    /** A ${text} is a text in the order of its bytes. No keys here: a warehouse that has useful ones adds them. */
    static final List<String> CREATE = List.of(
            "CREATE TABLE IF NOT EXISTS wau_audit_logs (${row})${row_layout}",
            "CREATE TABLE IF NOT EXISTS wau_suppressed (${row})${row_layout}",
            """
            CREATE TABLE IF NOT EXISTS wau_files (
                file_id BIGINT, object_key ${text}, sha256 ${text}, version ${text}, batch ${text}, customer ${text},
                bytes BIGINT, records_read BIGINT, records_loaded BIGINT, records_rejected BIGINT,
                records_suppressed BIGINT, first_event_time TIMESTAMP, last_event_time TIMESTAMP, state ${text},
                run ${text}, changed_at TIMESTAMP, error ${text}, copy_of BIGINT)""",
            """
            CREATE TABLE IF NOT EXISTS wau_rejects (
                file_id BIGINT, stage ${text}, line BIGINT, reason ${text}, message ${text}, "raw" ${text})""",
            """
            CREATE TABLE IF NOT EXISTS wau_batches (
                batch ${text}, started_at TIMESTAMP, completed_at TIMESTAMP, run ${text})""",
            """
            CREATE TABLE IF NOT EXISTS wau_batch_customers (
                batch ${text}, customer ${text}, outcome ${text}, files INTEGER, error ${text})""",
            """
            CREATE TABLE IF NOT EXISTS wau_runs (
                run ${text}, kind ${text}, batch ${text}, started_at TIMESTAMP, ended_at TIMESTAMP, summary ${text})""",
            """
            CREATE TABLE IF NOT EXISTS wau_restatements (
                run ${text}, restated_at TIMESTAMP, customer ${text}, zone ${text}, week_start ${text},
                first_day DATE, week_end TIMESTAMP, users_before BIGINT, users_after BIGINT, events_before BIGINT,
                events_after BIGINT, file_id BIGINT, object_key ${text}, events_change BIGINT)""",
            "CREATE TABLE IF NOT EXISTS wau_settings (name ${text}, value ${text})");

    private static final String ROW = """
            customer ${text}, event_time TIMESTAMP, event ${text}, user_id ${text}, user_agent ${text},
            unique_identifier ${random_text}, source_customer ${text}, details ${json},
            file_id BIGINT, line BIGINT, event_hash ${hash}, occurrence INTEGER""";

    private Tables() {}

    /** Creates what is missing; inside the caller's transaction. */
    public static void create(Session session) {
        SqlDialect dialect = session.dialect();
        Stream.concat(CREATE.stream(), dialect.rollups().tables().stream())
                .map(sql -> sql.replace("${row}", ROW).replace("${row_layout}", dialect.rowLayout()))
                .forEach(sql -> session.update(dialect.types().in(sql)));
        // Nothing is rolled up where nothing is; older tables have rows that must be first.
        session.update("""
                INSERT INTO wau_settings SELECT ?, ?
                WHERE NOT EXISTS (SELECT 1 FROM wau_settings WHERE name = 'schema_version')""", RollupForm.SETTING, dialect.rollups().form());
        session.update("""
                INSERT INTO wau_settings SELECT 'schema_version', ?
                WHERE NOT EXISTS (SELECT 1 FROM wau_settings WHERE name = 'schema_version')""", Integer.toString(VERSION));
        session.update(
                "UPDATE wau_settings SET value = ? WHERE name = 'schema_version' AND CAST(value AS INTEGER) < ?",
                Integer.toString(VERSION),
                VERSION);
    }

    /** Whether wau's tables are there. */
    public static boolean exist(Session session) {
        return session.number(
                        "SELECT count(*) FROM (" + session.dialect().tables() + ") t WHERE table_name = 'wau_settings'")
                > 0;
    }

    /** Refuses a schema without tables of ours that this version can read. */
    public static void requireThere(Session session, String warehouse) {
        if (!exist(session)) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find wau's tables in " + warehouse + " ('wau load' makes them; to read them, the user needs"
                            + " USAGE on the schema and SELECT on the tables)");
        }
        requireKnownVersion(session, warehouse);
        MissingTables.refuse(session, warehouse);
    }

    /** The form of the tables that are there; null: none are. */
    public static @Nullable Integer form(Session session) {
        if (!exist(session)) {
            return null;
        }
        List<String> version = setting(session, "schema_version");
        return version.isEmpty() ? null : Integer.valueOf(version.get(0));
    }

    /** Whether an older version of this product made the tables. */
    public static boolean isOlder(Session session) {
        return setting(session, "schema_version").stream().anyMatch(version -> Integer.parseInt(version) < VERSION);
    }

    /** Refuses tables that a newer version of this product made, or, where they can't be changed, an older one. */
    public static void requireKnownVersion(Session session, String warehouse) {
        if (isOlder(session)) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot read " + warehouse + ": its tables are those of an older wau ('wau load' brings them up to"
                            + " date)");
        }
        for (String version : setting(session, "schema_version")) {
            if (Integer.parseInt(version) > VERSION) {
                throw new WauException(
                        ErrorCode.WAREHOUSE_FAILED,
                        "Cannot open " + warehouse + ": its schema version is " + version + ", this wau knows "
                                + VERSION + " (use the newer wau that made it)");
            }
        }
    }

    /** A setting's value; empty if not set. */
    static List<String> setting(Session session, String name) {
        return session.list("SELECT value FROM wau_settings WHERE name = ?", row -> row.getString(1), name);
    }

    /** The columns of {@code wau_audit_logs} beyond the fixed ones. */
    static Set<String> furtherColumns(Session session) {
        return ColumnPlan.further(session.dialect().columns(session, "wau_audit_logs"));
    }

    /** Adds text columns to both tables of rows, in this order. */
    public static void addColumns(Session session, Iterable<String> names) {
        for (String name : names) {
            for (String table : List.of("wau_audit_logs", "wau_suppressed")) {
                session.update("ALTER TABLE " + table + " ADD COLUMN " + Identifiers.quote(name) + " "
                        + session.dialect().types().text());
            }
        }
    }
}
