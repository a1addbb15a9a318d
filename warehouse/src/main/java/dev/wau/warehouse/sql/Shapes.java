package dev.wau.warehouse.sql;

import dev.wau.load.TableShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the shape of the table of rows. */
public final class Shapes {

    /** The table. */
    public static final String TABLE = "wau_audit_logs";

    private Shapes() {}

    /**
     * The shape.
     *
     * @param columns a query of name and type of each column, in their order
     * @param values of that query
     */
    public static TableShape of(
            Session session,
            String engine,
            String database,
            String schema,
            String columns,
            @Nullable Object... values) {
        List<TableShape.Column> found =
                session.list(columns, row -> new TableShape.Column(row.getString(1), row.getString(2)), values);
        return new TableShape(engine, database, schema, TABLE, found);
    }
}
