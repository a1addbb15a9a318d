package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.RowsTable;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.load.RedshiftUrl;
import dev.wau.load.TableShape;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the catalog's table of rows with the warehouse's. */
final class RowsCheck {

    private final CatalogRules rules;
    private final CatalogTable table;
    private final TableShape shape;
    private final FindingSink sink;

    RowsCheck(CatalogRules rules, CatalogTable table, TableShape shape, FindingSink sink) {
        this.rules = rules;
        this.table = table;
        this.shape = shape;
        this.sink = sink;
    }

    void run() {
        if (!table.location().equals(shape.place())) {
            sink.differs(
                    Kind.LOCATION_DIFFERS,
                    "the catalog says '" + table.location() + "', the table is " + shape.place(),
                    FindingSink.CRAWL);
        }
        String kind = table.parameters().getOrDefault(CatalogTable.CLASSIFICATION, "");
        if (!kind.equals(shape.engine())) {
            sink.differs(
                    Kind.CLASSIFICATION_DIFFERS,
                    "the catalog says '" + kind + "', the warehouse is " + shape.engine(),
                    FindingSink.CRAWL);
        }
        connection(table.connection());
        columns();
    }

    private void connection(@Nullable CatalogConnection connection) {
        String wanted = rules.connection();
        String name = connection == null ? "" : connection.name();
        if (wanted != null && !wanted.equals(name)) {
            sink.differs(
                    Kind.CONNECTION_DIFFERS,
                    "the catalog names " + (name.isEmpty() ? "no connection" : "'" + name + "'") + ", wau.yaml says '"
                            + wanted + "' (glue.connection)",
                    FindingSink.CRAWL);
        }
        if (connection != null) {
            RedshiftUrl.of(connection.url())
                    .filter(url -> !url.database().equals(shape.database()))
                    .ifPresent(url -> sink.differs(
                            Kind.CONNECTION_DIFFERS,
                            "its connection '" + name + "' leads to database '" + url.database()
                                    + "', the table is in '" + shape.database() + "'",
                            "correct the connection's URL"));
        }
    }

    private void columns() {
        Map<String, CatalogColumn> left = new HashMap<>();
        table.columns().forEach(column -> left.put(column.name().toLowerCase(Locale.ROOT), column));
        for (TableShape.Column column : shape.columns()) {
            CatalogColumn known = left.remove(column.name().toLowerCase(Locale.ROOT));
            String type = RowsTable.type(column.type());
            if (known == null) {
                differs(
                        Kind.WAREHOUSE_COLUMN_NOT_REGISTERED,
                        column.name(),
                        "the warehouse has it (" + column.type() + "), the catalog hasn't");
            } else if (!RowsTable.isAsMade(column)) {
                altered(column);
            } else if (!sameType(known.type(), type)) {
                differs(
                        Kind.WAREHOUSE_TYPE_DIFFERS,
                        column.name(),
                        "the catalog says " + known.type() + ", the warehouse " + column.type());
            }
        }
        left.values()
                .forEach(column -> differs(
                        Kind.WAREHOUSE_COLUMN_GONE, column.name(), "the catalog has it, the warehouse's table hasn't"));
    }

    /** Nothing to register: the table itself isn't what loads write to and reports read. */
    private void altered(TableShape.Column column) {
        sink.add(
                Kind.WAREHOUSE_TYPE_DIFFERS,
                Standing.DIFFERS,
                column.name(),
                null,
                0,
                "the warehouse's column is " + column.type() + ", as wau never makes it: someone altered it",
                "give it its type back (ALTER TABLE wau_audit_logs; texts are VARCHAR, on PostgreSQL with COLLATE \"C\"), then"
                        + " wau crawl");
    }

    /** Crawlers and wau don't cut all types alike: of what Hive hasn't, one says text, the other the warehouse's word. */
    private static boolean sameType(String said, String type) {
        return said.toLowerCase(Locale.ROOT).equals(type)
                || RowsTable.type(said).equals(type);
    }

    private void differs(Kind kind, String column, String message) {
        sink.add(kind, Standing.DIFFERS, column, null, 0, message, FindingSink.CRAWL);
    }
}
