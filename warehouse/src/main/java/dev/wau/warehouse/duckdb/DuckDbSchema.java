package dev.wau.warehouse.duckdb;

import dev.wau.load.ColumnPlan;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables, as {@code semantics.md} names them. */
final class DuckDbSchema {

    /** Raised when the tables change shape. */
    static final int VERSION = 1;

    /** What a row says beside its text columns. */
    static final List<String> LINEAGE =
            List.of("customer", "event_time", "details", "file_id", "line", "event_hash", "occurrence");

    private static final String ROW_COLUMNS = """
            customer VARCHAR, event_time TIMESTAMP, %s, details JSON,
            file_id BIGINT, line BIGINT, event_hash UUID, occurrence INTEGER""".formatted(ColumnPlan.FIXED.stream()
            .map(name -> Identifiers.quote(name) + " VARCHAR")
            .collect(Collectors.joining(", ")));

    /** No keys: DuckDB checks them too early for a row that leaves and comes in one transaction. */
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS wau_audit_logs (" + ROW_COLUMNS + ")",
            "CREATE TABLE IF NOT EXISTS wau_suppressed (" + ROW_COLUMNS + ")",
            """
            CREATE TABLE IF NOT EXISTS wau_files (
                file_id BIGINT, object_key VARCHAR, sha256 VARCHAR, version VARCHAR, batch VARCHAR, customer VARCHAR,
                bytes BIGINT, records_read BIGINT, records_loaded BIGINT, records_rejected BIGINT,
                records_suppressed BIGINT, first_event_time TIMESTAMP, last_event_time TIMESTAMP, state VARCHAR,
                run VARCHAR, changed_at TIMESTAMP, error VARCHAR, copy_of BIGINT)""",
            """
            CREATE TABLE IF NOT EXISTS wau_rejects (
                file_id BIGINT, stage VARCHAR, line BIGINT, reason VARCHAR, message VARCHAR, raw VARCHAR)""",
            """
            CREATE TABLE IF NOT EXISTS wau_batches (
                batch VARCHAR, started_at TIMESTAMP, completed_at TIMESTAMP, run VARCHAR)""",
            """
            CREATE TABLE IF NOT EXISTS wau_batch_customers (
                batch VARCHAR, customer VARCHAR, outcome VARCHAR, files INTEGER, error VARCHAR)""",
            """
            CREATE TABLE IF NOT EXISTS wau_runs (
                run VARCHAR, kind VARCHAR, batch VARCHAR, started_at TIMESTAMP, ended_at TIMESTAMP, summary VARCHAR)""",
            "CREATE TABLE IF NOT EXISTS wau_settings (name VARCHAR, value VARCHAR)");

    private DuckDbSchema() {}

    /** Creates what is missing, in one transaction. */
    static void create(Session session) {
        session.update("BEGIN TRANSACTION");
        TABLES.forEach(session::update);
        session.update("""
                INSERT INTO wau_settings SELECT 'schema_version', ?
                WHERE NOT EXISTS (SELECT 1 FROM wau_settings WHERE name = 'schema_version')""", Integer.toString(VERSION));
        session.update("COMMIT");
    }

    /** Whether wau's tables are there. */
    static boolean exists(Session session) {
        return session.number(
                        "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'wau_settings' AND NOT temporary")
                > 0;
    }

    /** Refuses tables that a newer version of this product made. */
    static void requireKnownVersion(Session session, String url) {
        for (String version : setting(session, "schema_version")) {
            if (Integer.parseInt(version) > VERSION) {
                throw new WauException(
                        ErrorCode.WAREHOUSE_FAILED,
                        "Cannot open " + url + ": its schema version is " + version + ", this wau knows " + VERSION
                                + " (use the newer wau that made it)");
            }
        }
    }

    /** A setting's value; empty if not set. */
    static List<String> setting(Session session, String name) {
        return session.list("SELECT value FROM wau_settings WHERE name = ?", row -> row.getString(1), name);
    }

    /** The columns of {@code wau_audit_logs} beyond the fixed ones. */
    static Set<String> furtherColumns(Session session) {
        Set<String> columns = new TreeSet<>(session.list(
                "SELECT column_name FROM duckdb_columns() WHERE table_name = 'wau_audit_logs' AND NOT internal",
                row -> row.getString(1)));
        columns.removeAll(LINEAGE);
        columns.removeAll(ColumnPlan.FIXED);
        return columns;
    }

    /** Adds text columns to both tables of rows, in this order. */
    static void addColumns(Session session, Iterable<String> names) {
        for (String name : names) {
            for (String table : List.of("wau_audit_logs", "wau_suppressed")) {
                session.update("ALTER TABLE " + table + " ADD COLUMN " + Identifiers.quote(name) + " VARCHAR");
            }
        }
    }
}
