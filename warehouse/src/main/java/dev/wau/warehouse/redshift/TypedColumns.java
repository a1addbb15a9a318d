package dev.wau.warehouse.redshift;

import dev.wau.warehouse.duckdb.ParquetColumn;
import dev.wau.warehouse.sql.Session;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a table, in its order, with the types that a part must have for them: COPY converts nothing. */
final class TypedColumns {

    private static final String COLUMNS = """
            SELECT column_name, data_type FROM svv_columns
            WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position""";

    private static final Map<String, String> TYPES = Map.of(
            "bigint", "BIGINT",
            "integer", "INTEGER",
            "character varying", "VARCHAR",
            "timestamp without time zone", "TIMESTAMP",
            "date", "DATE");

    private final Session session;
    private final String schema;
    private final String table;

    TypedColumns(Session session, String schema, String table) {
        this.schema = schema;
        this.session = session;
        this.table = table;
    }

    /** For these rows; a temporary table is in no catalog, and has one column, of which no value is null. */
    List<ParquetColumn> of(Iterable<? extends List<@Nullable Object>> rows) {
        List<ParquetColumn> columns = new ArrayList<>();
        session.each(
                COLUMNS,
                row -> columns.add(new ParquetColumn(
                        row.getString(1), Objects.requireNonNull(TYPES.get(row.getString(2)), row.getString(2)))),
                schema,
                table);
        if (columns.isEmpty()) {
            Iterator<? extends List<@Nullable Object>> first = rows.iterator();
            boolean number = first.hasNext() && first.next().get(0) instanceof Long;
            columns.add(
                    new ParquetColumn(table.equals("leaving") ? "file_id" : "value", number ? "BIGINT" : "VARCHAR"));
        }
        return columns;
    }
}
