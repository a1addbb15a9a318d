package dev.wau.cli.command;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.TableFormat;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that the catalog says of a table, as a story or as JSON lines. */
final class TableReport {

    private final CommandContext context;
    private final CatalogTable table;

    TableReport(CommandContext context, CatalogTable table) {
        this.context = context;
        this.table = table;
    }

    /** Tables, one a row; in JSON each with all that isn't said of its columns. */
    static Listing<CatalogTable> tables() {
        return new Listing<CatalogTable>("catalog_table")
                .text("table", CatalogTable::name)
                .text("classification", table -> table.parameters().getOrDefault(CatalogTable.CLASSIFICATION, ""))
                .number("columns", table -> table.columns().size())
                .text("location", CatalogTable::location)
                .detail("description", CatalogTable::description)
                .detail("reader", reader(TableFormat::reader))
                .detail("reader_input", reader(TableFormat::input))
                .detail("reader_output", reader(TableFormat::output))
                .detail("reader_settings", reader(format -> new TreeMap<>(format.settings())))
                .detail(
                        "partitions",
                        table -> table.partitions().stream()
                                .map(TableReport::partition)
                                .toList())
                .detail("parameters", table -> new TreeMap<>(table.parameters()))
                .detail(
                        "connection",
                        table -> table.connection() == null
                                ? null
                                : table.connection().name());
    }

    private static Function<CatalogTable, @Nullable Object> reader(Function<TableFormat, Object> what) {
        return table -> table.format() == null ? null : what.apply(table.format());
    }

    private static Map<String, String> partition(CatalogColumn column) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("column", column.name());
        members.put("value_type", column.type());
        members.put("comment", column.comment());
        return members;
    }

    /** Of each column what the table's parameters say of it stands in its row. */
    Listing<CatalogColumn> columns() {
        boolean typed = table.columns().stream().anyMatch(column -> values(column) != null);
        Listing<CatalogColumn> listing =
                new Listing<CatalogColumn>("catalog_column").text("column", CatalogColumn::name);
        if (typed) {
            listing.words("header", this::header);
        }
        listing.text("value_type", "type", CatalogColumn::type);
        if (typed) {
            listing.words("values", this::values);
        }
        return listing.words("comment", this::remark)
                .detail("comment", CatalogColumn::comment)
                .detail("header", this::header)
                .detail("values", this::values);
    }

    /** As the files write it. */
    private String header(CatalogColumn column) {
        return table.parameters().getOrDefault(FilesTable.HEADER + column.name(), column.name());
    }

    /** What all its values are; null: it isn't said. */
    private @Nullable String values(CatalogColumn column) {
        return table.parameters().get(FilesTable.TYPE + column.name());
    }

    /** Its comment, without the type of its values, which wau writes there too. */
    private String remark(CatalogColumn column) {
        String values = values(column);
        String comment = column.comment();
        if (values == null || !comment.startsWith(values)) {
            return comment;
        }
        String rest = comment.substring(values.length());
        return rest.isEmpty() ? "" : rest.startsWith(", ") ? rest.substring(2) : comment;
    }

    /** The lines above the columns. */
    void story() {
        tell("table", table.name().toString());
        tell("location", table.location());
        if (!table.description().isEmpty()) {
            tell("description", table.description());
        }
        if (table.connection() != null) {
            tell("connection", table.connection().name());
        }
        for (CatalogColumn partition : table.partitions()) {
            tell("partition", partition.name() + " " + partition.type());
        }
        TableFormat format = table.format();
        if (format != null) {
            tell("reader", format.reader());
            tell("setting", format.settings());
        }
        tell("parameter", further());
        context.tell("");
    }

    /** Parameters that no column's row says. */
    private Map<String, String> further() {
        Set<String> said = new HashSet<>();
        for (CatalogColumn column : table.columns()) {
            said.addAll(List.of(FilesTable.TYPE + column.name(), FilesTable.HEADER + column.name()));
        }
        Map<String, String> further = new TreeMap<>(table.parameters());
        further.keySet().removeAll(said);
        return further;
    }

    private void tell(String what, Map<String, String> texts) {
        new TreeMap<>(texts).forEach((name, text) -> tell(what, name + " = " + text));
    }

    private void tell(String what, String text) {
        context.tell(Text.left(what, 13) + Text.line(text));
    }
}
