package dev.wau.aws.glue;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.TableFormat;
import dev.wau.catalog.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** Tables in the product's words and in Glue's. */
final class GlueTables {

    /** The parameter that names a table's connection, as crawlers write it. */
    static final String CONNECTION = "connectionName";

    private static final String EXTERNAL = "EXTERNAL_TABLE";

    private GlueTables() {}

    /** As Glue lists it; its connection is only a parameter. */
    static CatalogTable listed(TableName name, Table table) {
        StorageDescriptor storage = storage(table);
        return new CatalogTable(
                name,
                text(storage.location()),
                columns(storage.columns()),
                columns(table.partitionKeys()),
                text(table.description()),
                table.parameters(),
                format(storage),
                null);
    }

    /** The same with what its connection says. */
    static CatalogTable connected(CatalogTable table, CatalogConnection connection) {
        return with(table, table.parameters(), connection);
    }

    /** The same with its connection as a parameter only. */
    static CatalogTable unconnected(CatalogTable table) {
        if (table.connection() == null) {
            return table;
        }
        Map<String, String> parameters = new HashMap<>(table.parameters());
        parameters.put(CONNECTION, table.connection().name());
        return with(table, parameters, null);
    }

    private static CatalogTable with(
            CatalogTable table, Map<String, String> parameters, @Nullable CatalogConnection connection) {
        return new CatalogTable(
                table.name(),
                table.location(),
                table.columns(),
                table.partitions(),
                table.description(),
                parameters,
                table.format(),
                connection);
    }

    /** A new table. */
    static TableInput input(CatalogTable table) {
        return input(table, Table.builder().build());
    }

    /** A table in another's place, with what only Glue knows of that one. */
    static TableInput input(CatalogTable table, Table before) {
        StorageDescriptor.Builder storage = storage(before).toBuilder()
                .columns(columns(table))
                .location(table.location())
                .schemaReference((software.amazon.awssdk.services.glue.model.SchemaReference) null);
        format(storage, table.format());
        return TableInput.builder()
                .name(table.name().table())
                .description(table.description().isEmpty() ? null : table.description())
                .owner(before.owner())
                .retention(before.retention())
                .tableType(before.tableType() == null ? EXTERNAL : before.tableType())
                .partitionKeys(
                        table.partitions().stream().map(GlueTables::column).toList())
                .parameters(table.parameters())
                .storageDescriptor(storage.build())
                .build();
    }

    private static void format(StorageDescriptor.Builder storage, @Nullable TableFormat format) {
        if (format == null) {
            storage.inputFormat(null).outputFormat(null).serdeInfo((SerDeInfo) null);
            return;
        }
        storage.inputFormat(format.input())
                .outputFormat(format.output())
                .serdeInfo(serde -> serde.serializationLibrary(format.reader()).parameters(format.settings()));
    }

    private static @Nullable TableFormat format(StorageDescriptor storage) {
        SerDeInfo serde = storage.serdeInfo();
        if (serde == null || serde.serializationLibrary() == null) {
            return null;
        }
        return new TableFormat(
                text(storage.inputFormat()),
                text(storage.outputFormat()),
                serde.serializationLibrary(),
                serde.parameters());
    }

    private static StorageDescriptor storage(Table table) {
        return table.storageDescriptor() == null ? StorageDescriptor.builder().build() : table.storageDescriptor();
    }

    private static List<Column> columns(CatalogTable table) {
        return table.columns().stream().map(GlueTables::column).toList();
    }

    private static Column column(CatalogColumn column) {
        return Column.builder()
                .name(column.name())
                .type(column.type())
                .comment(column.comment().isEmpty() ? null : column.comment())
                .build();
    }

    private static List<CatalogColumn> columns(List<Column> columns) {
        return columns.stream()
                .map(column -> new CatalogColumn(column.name(), String.valueOf(column.type()), text(column.comment())))
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
