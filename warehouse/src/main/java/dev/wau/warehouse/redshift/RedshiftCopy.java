package dev.wau.warehouse.redshift;

import dev.wau.config.RedshiftRules;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.duckdb.ParquetColumn;
import dev.wau.warehouse.duckdb.ParquetParts;
import dev.wau.warehouse.duckdb.ParquetParts.ParquetFile;
import dev.wau.warehouse.parts.LocalPartEngine;
import dev.wau.warehouse.parts.Part;
import dev.wau.warehouse.parts.StagingArea;
import dev.wau.warehouse.parts.TemporaryFolder;
import dev.wau.warehouse.sql.Identifiers;
import dev.wau.warehouse.sql.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings parts into tables. Used by one thread. */
final class RedshiftCopy {

    private static final String ERRORS = """
            SELECT file_name, line_number, column_name, column_type, error_code, error_message
            FROM sys_load_error_detail WHERE session_id = ? ORDER BY start_time DESC LIMIT 1""";

    private final RedshiftConnections connections;

    RedshiftCopy(RedshiftConnections connections) {
        this.connections = connections;
    }

    /** Parts with these columns, in this order; Redshift goes by the order alone. */
    void into(Session session, String table, List<String> columns, List<Part> parts, StagingArea area) {
        if (parts.isEmpty()) {
            return;
        }
        String manifest = area.manifest(parts, table + "-" + area.next() + ".manifest");
        RedshiftRules settings = connections.setting().redshift();
        long process = session.number("SELECT pg_backend_pid()");
        session.update("SET statement_timeout TO " + settings.copyTimeout().toMillis());
        try {
            session.update("COPY " + table + " (" + Identifiers.list("", columns) + ") FROM '"
                    + manifest.replace("'", "''") + "' IAM_ROLE " + iamRole(settings.copyRole())
                    + " FORMAT AS PARQUET MANIFEST");
        } catch (WauException e) {
            throw explained(e, process);
        }
        session.update("SET statement_timeout TO " + settings.statementTimeout().toMillis());
        requireAll(session, table, parts);
    }

    /** The role as COPY names it. */
    private static String iamRole(String role) {
        return role.equals("default") ? "default" : "'" + role.replace("'", "''") + "'";
    }

    /** COPY says little of what it loaded, and a part that it passed over would be lost in silence. */
    private static void requireAll(Session session, String table, List<Part> parts) {
        long loaded = session.number("SELECT pg_last_copy_count()");
        long written = parts.stream().mapToLong(Part::rows).sum();
        if (loaded != written) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot load: COPY brought " + loaded + " rows into " + table + ", the parts have " + written
                            + " (nothing of it is visible; run it again)");
        }
    }

    /** Which part, and what of it, where Redshift tells. */
    private WauException explained(WauException failure, long process) {
        try (Session session = connections.session()) {
            return session
                    .list(
                            ERRORS,
                            row -> new WauException(
                                    failure.code(),
                                    failure.getMessage() + ": " + text(row.getString("file_name")) + ", column "
                                            + text(row.getString("column_name")) + " ("
                                            + text(row.getString("column_type")) + "): "
                                            + text(row.getString("error_message")) + " (error "
                                            + row.getLong("error_code") + ")",
                                    failure),
                            process)
                    .stream()
                    .findFirst()
                    .orElse(failure);
        } catch (WauException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    private static String text(@Nullable String padded) {
        return padded == null ? "?" : padded.trim();
    }

    /** Very many rows that this process has, by a part of their own. */
    void rows(Session session, String table, Iterable<? extends List<@Nullable Object>> rows, StagingArea area) {
        List<ParquetColumn> columns = new TypedColumns(session, connections.schema(), table).of(rows);
        try (TemporaryFolder folder = TemporaryFolder.create("wau-rows-");
                ParquetParts parquet = ParquetParts.open(folder.path(), 1, LocalPartEngine.MEMORY)) {
            List<Part> parts = new ArrayList<>();
            for (ParquetFile file : parquet.table(columns, rows)) {
                parts.add(area.store().store(file.path(), "table-" + area.next() + ".parquet", file.rows()));
            }
            into(session, table, columns.stream().map(ParquetColumn::name).toList(), parts, area);
        }
    }
}
